import { expect, test } from "vitest";

import { fold, tidied } from "./hunks";

const of = (...hunks: ["equal" | "delete" | "insert", string][]) => hunks.map(([op, text]) => ({ op, text }));

test("ignores common punctuation", () => {
  const hunks = of(["equal", "about {{topic"], ["delete", "}}."], ["insert", "}}, in short."], ["equal", " End"]);
  expect(tidied(hunks)).toEqual(of(["equal", "about {{topic}}"], ["insert", ", in short"], ["equal", ". End"]));
});

test("keeps words whole and both texts intact", () => {
  const hunks = of(["delete", "one, two."], ["insert", "only, too."], ["delete", "((a)"], ["insert", "(("], ["insert", "𝄞)"]);
  const shown = tidied(hunks);
  expect(shown.slice(0, 2)).toEqual(of(["delete", "one, two"], ["insert", "only, too"]));
  for (const without of ["insert", "delete"]) {
    const side = (all: typeof hunks) => all.filter((hunk) => hunk.op !== without).map((hunk) => hunk.text).join("");
    expect(side(shown)).toBe(side(hunks));
  }
});

test("does not fold short texts", () => {
  expect(fold("a\n".repeat(12), true, true)).toBeNull();
});

test("keeps a few lines around changes", () => {
  const text = Array.from({ length: 20 }, (_, at) => `${at}\n`).join("");
  const folded = fold(text, true, true);
  expect(folded).toMatchObject({ before: "0\n1\n2\n", after: "17\n18\n19\n", count: 14 });
  expect(`${folded?.before}${folded?.middle}${folded?.after}`).toBe(text);
  expect(fold(text, false, true)?.before).toBe("");
  expect(fold(text, true, false)?.after).toBe("");
});
