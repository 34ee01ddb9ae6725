import { expect, test } from "vitest";

import { readSpec, versionPath, versionSpec, workflowPath } from "./paths";
import { lineageTree, countRemixes } from "./lineage";

const node = (parent: number | null, title: string | null) => ({
  parent,
  number: parent === null ? null : 1,
  workflow:
    title === null
      ? null
      : {
          workflow_id: title,
          handle: "ada",
          project: "p",
          slug: title,
          title,
          head_number: 1,
          created_at: "2026-01-01T00:00:00Z",
        },
});

test("builds a tree with the path to the requested workflow", () => {
  const nodes = [node(null, "first"), node(0, null), node(1, "asked"), node(2, "child"), node(0, "other")];
  const [root, ...more] = lineageTree({ nodes, position: 2, is_complete: true });
  expect(more).toEqual([]);
  expect(root?.isAbove).toBe(true);
  expect(root?.remixes.map((branch) => [branch.workflow?.title, branch.isAbove])).toEqual([
    [undefined, true],
    ["other", false],
  ]);
  const asked = root?.remixes[0]?.remixes[0];
  expect(asked?.isAsked).toBe(true);
  expect(asked?.remixes[0]?.workflow?.title).toBe("child");
  expect(root && countRemixes(root)).toBe(4);
});

test("builds several roots if a parent is deleted", () => {
  const roots = lineageTree({ nodes: [node(null, "a"), node(null, "b")], position: 1, is_complete: false });
  expect(roots.map((root) => root.workflow?.title)).toEqual(["a", "b"]);
});

test("addresses", () => {
  const address = { handle: "ada", slug: "clock", workflow: "hour-hand" };
  expect(workflowPath(address, "pull")).toBe("/projects/ada/clock/workflows/hour-hand/pull");
  expect(versionPath(address, "latest")).toBe("/projects/ada/clock/workflows/hour-hand");
  expect(versionPath(address, 3)).toBe("/projects/ada/clock/workflows/hour-hand?version=3");
  expect(readSpec(versionSpec(address, 3))).toEqual({ ...address, version: "3" });
  expect(readSpec("stable")).toBeNull();
});
