import { describe, expect, it } from "vitest";
import { adminPath, auditPath, isId, projectIn, publicPath, targetName } from "./paths";

const ID = "01a206b0-b1a0-74e2-b4cb-a760dfc36002";
const target = (more: object) =>
  ({ kind: "project", target_id: ID, handle: "ada", slug: "clock", workflow: null, author: "ada", standing: "published", ...more }) as Parameters<typeof publicPath>[0];

describe("paths of a case's target", () => {
  it.each([
    [{}, "/projects/ada/clock", "/admin/projects/ada/clock", "ada/clock"],
    [{ standing: "removed" }, null, "/admin/projects/ada/clock", "ada/clock"],
    [{ standing: "private" }, null, "/admin/projects/ada/clock", "ada/clock"],
    [{ kind: "workflow", workflow: "tick" }, "/projects/ada/clock/workflows/tick", "/admin/projects/ada/clock?workflow=tick#workflow", "ada/clock/tick"],
    [{ kind: "comment" }, `/comments/${ID}`, "/admin/projects/ada/clock", "ada/clock"],
    [{ kind: "maker", slug: null, standing: "active" }, "/makers/ada", "/admin/makers?q=ada", "@ada"],
    [{ kind: "maker", handle: null, slug: null, standing: "gone" }, null, null, null],
    [{ kind: "collection" }, "/collections/ada/clock", null, "ada/clock"],
    [{ kind: "collection", standing: "removed" }, null, null, "ada/clock"],
    [{ standing: "gone" }, null, null, "ada/clock"],
  ])("%j", (more, seen, admin, name) => {
    expect(publicPath(target(more))).toBe(seen);
    expect(adminPath(target(more))).toBe(admin);
    expect(targetName(target(more))).toBe(name);
  });
});

describe("path of an audit entry's target", () => {
  it.each([
    ["project", "ada/clock", "/admin/projects/ada/clock"],
    ["workflow", "ada/clock/tick", "/admin/projects/ada/clock?workflow=tick#workflow"],
    ["maker", "ada", "/admin/makers?q=ada"],
    ["collection", "ada/clock", "/collections/ada/clock"],
    ["tool", "ollama", "/tools/ollama"],
    ["report", null, `/admin/reports/${ID}`],
    ["comment", null, null],
    ["project", null, null],
  ])("%s %s", (target_kind, name, path) => {
    expect(auditPath({ target_kind, target: name, target_id: ID } as Parameters<typeof auditPath>[0])).toBe(path);
  });
});

describe("parsing a project search", () => {
  it.each([
    ["ada/clock", { handle: "ada", slug: "clock" }],
    [" @ada/clock ", { handle: "ada", slug: "clock" }],
    ["https://makers.example/projects/ada/clock?x=1", { handle: "ada", slug: "clock" }],
    ["/projects/ada/clock/workflows/tick", { handle: "ada", slug: "clock" }],
    ["ada", null],
    ["", null],
  ])("%j", (typed, found) => {
    expect(projectIn(typed)).toEqual(found);
  });

  it("recognises ids", () => {
    expect(isId(` ${ID} `)).toBe(true);
    expect(isId("ada/clock")).toBe(false);
  });
});
