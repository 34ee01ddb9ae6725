import { expect, test } from "vitest";

import { type Conflict, conflictAt, grouped, resolutionsOf, textOfValue, valueOf, writingOf } from "./conflicts";

const conflict = (id: string, more: Partial<Conflict>): Conflict => ({
  id,
  step: null,
  variable: null,
  field: null,
  base: null,
  ours: null,
  theirs: null,
  ...more,
});

const template = conflict("/steps/draft/template", { step: "draft", field: "template" });
const title = conflict("/steps/draft/title", { step: "draft", field: "title" });
const whole = conflict("/steps/old", { step: "old" });
const order = conflict("/steps", { field: "order" });
const choices = conflict("/variables/tone/choices", { variable: "tone", field: "choices" });
const parameter = conflict("/steps/draft/parameters~1x", { step: "draft", field: "parameters/temperature" });

test("groups conflicts", () => {
  const groups = grouped([choices, template, whole, title, order]);
  expect(groups.map(({ kind, key, conflicts }) => [kind, key, conflicts.length])).toEqual([
    ["variable", "tone", 1],
    ["step", "draft", 2],
    ["step", "old", 1],
    ["order", "steps", 1],
  ]);
});

test("knows which values can be edited", () => {
  expect([template, title, whole, order, choices, parameter].map(writingOf)).toEqual([
    "long_text",
    "text",
    "none",
    "none",
    "lines",
    "scalar",
  ]);
  expect(writingOf(conflict("/variables/a/required", { variable: "a", field: "required" }))).toBe("none");
});

test("parses own texts by type", () => {
  expect(valueOf(template, " as it is \n")).toBe(" as it is \n");
  expect(valueOf(choices, "warm\n\n plain \n")).toEqual(["warm", "plain"]);
  expect(valueOf(parameter, "0.7")).toBe(0.7);
  expect(valueOf(parameter, "true")).toBe(true);
  expect(valueOf(parameter, "high")).toBe("high");
  expect(valueOf(parameter, " ")).toBeNull();
  expect(valueOf(conflict("/steps/a/model", { step: "a", field: "model" }), "")).toBeNull();
  expect(valueOf(title, "")).toBe("");
});

test("initial text of a value", () => {
  expect(textOfValue(null)).toBe("");
  expect(textOfValue(["a", "b"])).toBe("a\nb");
  expect(textOfValue(0.5)).toBe("0.5");
});

test("sends nothing while a conflict is unresolved", () => {
  expect(resolutionsOf([template, title], { [template.id]: { take: "ours", text: "" } })).toBeNull();
  expect(
    resolutionsOf([template, title], {
      [template.id]: { take: "value", text: "Both" },
      [title.id]: { take: "theirs", text: "typed before" },
      "/steps/gone": { take: "ours", text: "" },
    }),
  ).toEqual({ [template.id]: { take: "value", value: "Both" }, [title.id]: { take: "theirs" } });
});

test("maps an error to its conflict", () => {
  expect(conflictAt("/resolutions/~1steps~1draft~1template/value")).toBe("/steps/draft/template");
  expect(conflictAt("/resolutions/~1steps~1a~1parameters~01x")).toBe("/steps/a/parameters~1x");
  expect(conflictAt("/to")).toBeNull();
});
