import { describe, expect, it } from "vitest";
import { chain, flat, isGone, pressed, scoreOf, type Comment } from "./thread";

function comment(id: string, more: Partial<Comment> = {}): Comment {
  return {
    comment_id: id,
    project_id: "p",
    parent_id: null,
    depth: 1,
    author: null,
    body: id,
    mentions: [],
    on: null,
    ups: 0,
    downs: 0,
    replies: 0,
    deleted: false,
    removed: false,
    version: 1,
    created_at: "2026-11-23T00:00:00Z",
    edited_at: null,
    thread: [],
    next_cursor: null,
    ...more,
  };
}

describe("a comment in its thread", () => {
  it("is nested below its ancestors, with its replies", () => {
    const asked = comment("c", { depth: 3, parent_id: "b", thread: [comment("d", { depth: 4 })], next_cursor: "more" });
    const parent = comment("b", { depth: 2, parent_id: "a", thread: [asked, comment("other")], next_cursor: "x" });
    const top = comment("a", { thread: [parent] });
    const found = chain(asked, [parent, top]);
    expect(flat([found]).map((each) => each.comment_id)).toEqual(["a", "b", "c", "d"]);
    expect(found.next_cursor).toBeNull();
    expect(found.thread[0]?.thread[0]?.next_cursor).toBe("more");
  });

  it("is a root without a parent", () => {
    const top = comment("a");
    expect(chain(top, [])).toBe(top);
  });
});

describe("votes", () => {
  it("are removed by a second click, and changed by the other button", () => {
    expect(pressed(0, 1)).toBe(1);
    expect(pressed(1, 1)).toBe(0);
    expect(pressed(1, -1)).toBe(-1);
  });

  it("count the viewer's vote once", () => {
    expect(scoreOf({ ups: 3, downs: 1 }, 0, 0)).toBe(2);
    expect(scoreOf({ ups: 3, downs: 1 }, 0, 1)).toBe(3);
    expect(scoreOf({ ups: 3, downs: 1 }, 1, -1)).toBe(0);
    expect(scoreOf({ ups: 3, downs: 1 }, 1, 0)).toBe(1);
  });
});

it("is a tombstone when its author or a moderator deleted it", () => {
  expect(isGone(comment("a"))).toBe(false);
  expect(isGone(comment("a", { deleted: true }))).toBe(true);
  expect(isGone(comment("a", { removed: true }))).toBe(true);
});
