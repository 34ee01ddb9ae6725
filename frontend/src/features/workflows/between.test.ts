import { expect, test } from "vitest";

import { between } from "./between";

test.each([
  ["Write a post.", "Write a long post.", { before: "Write a ", changed: "long ", after: "post." }],
  ["a b c", "a c", { before: "a ", changed: "", after: "c" }],
  ["same", "same", { before: "same", changed: "", after: "" }],
  ["", "new", { before: "", changed: "new", after: "" }],
  ["x x", "x x x", { before: "x x", changed: " x", after: "" }],
  ["één", "eén", { before: "", changed: "eén", after: "" }],
])("%j → %j", (base, side, expected) => {
  expect(between(base, side)).toEqual(expected);
  expect(Object.values(between(base, side)).join("")).toBe(side);
});
