import { expect, test } from "vitest";

import { changedPart } from "./changed-part";

test.each([
  ["Write a post.", "Write a long post.", { before: "Write a ", changed: "long ", after: "post." }],
  ["a b c", "a c", { before: "a ", changed: "", after: "c" }],
  ["same", "same", { before: "same", changed: "", after: "" }],
  ["", "new", { before: "", changed: "new", after: "" }],
  ["x x", "x x x", { before: "x x", changed: " x", after: "" }],
  ["één", "eén", { before: "", changed: "eén", after: "" }],
])("%j → %j", (base, side, expected) => {
  expect(changedPart(base, side)).toEqual(expected);
  expect(Object.values(changedPart(base, side)).join("")).toBe(side);
});
