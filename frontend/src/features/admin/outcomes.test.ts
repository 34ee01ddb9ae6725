import { expect, it } from "vitest";
import { outcomesFor } from "./outcomes";

const target = (more: object) =>
  ({ kind: "project", handle: "ada", author: "ada", standing: "published", ...more }) as Parameters<typeof outcomesFor>[0];

it.each([
  [{}, ["removed", "suspended", "handled", "dismissed"]],
  [{ kind: "maker", standing: "active" }, ["suspended", "handled", "dismissed"]],
  [{ kind: "maker", standing: "suspended" }, ["handled", "dismissed"]],
  [{ kind: "comment", standing: "gone" }, ["suspended", "handled", "dismissed"]],
  [{ kind: "maker", standing: "gone", author: null }, ["handled", "dismissed"]],
])("offers for %j what can be done", (more, wanted) => {
  expect(outcomesFor(target(more))).toEqual(wanted);
});
