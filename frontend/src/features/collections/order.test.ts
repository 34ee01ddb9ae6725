import { expect, it } from "vitest";
import { moved } from "./order";

it("moves an item, but not past the ends", () => {
  const list = ["a", "b", "c"];
  expect(moved(list, 0, 1)).toEqual(["b", "a", "c"]);
  expect(moved(list, 2, -1)).toEqual(["a", "c", "b"]);
  expect(moved(list, 0, -1)).toBe(list);
  expect(moved(list, 2, 1)).toBe(list);
});
