import { describe, expect, it } from "vitest";
import { nameOf, reportPath, type Target, targetIn, targetPath } from "./target";

const ID = "01a206b0-b1a0-74e2-b4cb-a760dfc36002";
const read = (query: string) => targetIn((name) => new URLSearchParams(query).get(name) ?? undefined);

describe("parsing a report target", () => {
  it.each<[string, Target | null]>([
    ["kind=maker&handle=ada", { kind: "maker", handle: "ada" }],
    ["kind=project&handle=ada&slug=clock", { kind: "project", handle: "ada", slug: "clock" }],
    ["kind=workflow&handle=ada&slug=clock&workflow=tick", { kind: "workflow", handle: "ada", slug: "clock", workflow: "tick" }],
    [`kind=comment&comment_id=${ID}`, { kind: "comment", comment_id: ID }],
    ["kind=collection&handle=ada&slug=classroom", { kind: "collection", handle: "ada", slug: "classroom" }],
    ["kind=toString&handle=ada", null],
    // The API rejects parameters of other kinds.
    ["kind=maker&handle=ada&slug=clock", { kind: "maker", handle: "ada" }],
    ["kind=project&handle=ada", null],
    ["kind=comment&comment_id=1", null],
    ["kind=tool&slug=x", null],
    [`kind=maker&handle=${"a".repeat(101)}`, null],
    ["", null],
  ])("%s", (query, target) => {
    expect(read(query)).toEqual(target);
    if (target !== null) expect(read(reportPath(target).slice("/report?".length))).toEqual(target);
  });

  it("has a path and a name", () => {
    const workflow: Target = { kind: "workflow", handle: "ada", slug: "clock", workflow: "tick" };
    expect(targetPath(workflow)).toBe("/projects/ada/clock/workflows/tick");
    expect(nameOf(workflow)).toBe("ada/clock/tick");
    expect(targetPath({ kind: "collection", handle: "ada", slug: "classroom" })).toBe("/collections/ada/classroom");
    expect(targetPath({ kind: "maker", handle: "ada" })).toBe("/makers/ada");
    expect(nameOf({ kind: "maker", handle: "ada" })).toBe("@ada");
    expect(targetPath({ kind: "comment", comment_id: ID })).toBe(`/comments/${ID}`);
  });
});
