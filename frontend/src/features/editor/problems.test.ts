import { describe, expect, it } from "vitest";
import { check } from "./check";
import { type Content, newStep, newVariable } from "./content";
import { docOf, initialState, reduce } from "./document";
import { renameSlots, wantedNames } from "./names";
import { placeOf, problemsOf, valueAt } from "./problems";

const codes = (content: Content) => check(content).map((finding) => `${finding.pointer} ${finding.code}`);
const one = (template: string, more: Partial<Content> = {}): Content => ({
  variables: [],
  steps: [newStep("a", { title: "A", template })],
  ...more,
});

describe("checking", () => {
  it("flags an unknown name at its step and position", () => {
    const content = one("👋 Hi {{name}}, {{name}} and {{other}}");
    expect(check(content)).toMatchObject([
      { pointer: "/steps/0/template", code: "undeclared_name", offset: 5, values: { name: "name" }, severity: "error" },
      { pointer: "/steps/0/template", code: "undeclared_name", offset: 28, values: { name: "other" } },
    ]);
    expect(check({ ...content, variables: [newVariable("name"), newVariable("other")] })).toEqual([]);
  });

  it("accepts answers of earlier steps only", () => {
    const steps = [
      newStep("a", { title: "A", template: "{{late}} {{own}}", output: "own" }),
      newStep("b", { title: "B", template: "{{own}}", output: "late" }),
    ];
    expect(check({ variables: [], steps }).map((finding) => [finding.code, finding.values.own])).toEqual([
      ["output_too_early", "false"],
      ["output_too_early", "true"],
    ]);
  });

  it("reports unused fields as suggestions", () => {
    expect(check(one("Hi", { variables: [newVariable("x")] }))).toMatchObject([
      { pointer: "/variables/0/name", code: "unused_variable", severity: "warning" },
    ]);
  });

  it("finds the same problems as the service", () => {
    const content: Content = {
      variables: [
        newVariable("a", { type: "choice", choices: ["x", "x", " "], default: "y" }),
        newVariable("a", { type: "number", default: "1.", example: "01", choices: ["q"] }),
        newVariable("1b", { default: "" }),
        newVariable("c", { type: "choice" }),
      ],
      steps: [
        newStep("A b", { template: "{{a}} {{ {{}} {{x y}} {{c}} {{1b}}", output: "a" }),
        newStep("k", { title: "K", template: "t", output: "o", parameters: { "a/b": 1 } }),
        newStep("k", { title: "K", template: " ", output: "o" }),
        newStep("l", { title: "L", template: "t", output: "-" }),
      ],
    };
    expect(codes(content)).toEqual([
      "/variables/0/choices/1 duplicate_choice",
      "/variables/0/choices/2 empty_choice",
      "/variables/0/default bad_default",
      "/variables/1/name duplicate_name",
      "/variables/1/choices choices_unused",
      "/variables/1/default bad_default",
      "/variables/1/example bad_example",
      "/variables/2/name bad_name",
      "/variables/2/default bad_default",
      "/variables/2/name unused_variable",
      "/variables/3/choices choices_missing",
      "/steps/0/key bad_key",
      "/steps/0/title empty_title",
      "/steps/0/template unclosed_slot",
      "/steps/0/template empty_slot",
      "/steps/0/template bad_name",
      "/steps/0/template bad_name",
      "/steps/0/output duplicate_name",
      "/steps/1/parameters/a~1b bad_parameter",
      "/steps/2/key duplicate_key",
      "/steps/2/template empty_template",
      "/steps/2/output duplicate_output",
      "/steps/3/output bad_name",
    ]);
    expect(codes({ variables: [], steps: [] })).toEqual(["/steps no_steps"]);
    expect(codes(one("x".repeat(20_001)))).toEqual(["/steps/0/template too_long"]);
  });
});

describe("names in templates", () => {
  it("renames slots only", () => {
    expect(renameSlots("{{a}} \\{{a}} {{{ a }}} {{ab}} a", "a", "$&")).toBe("{{$&}} \\{{a}} {{{ $& }}} {{ab}} a");
  });

  it("returns names that no answer has", () => {
    const steps = [newStep("a", { template: "{{x}} {{y}}", output: "z" }), newStep("b", { template: "{{z}} {{x}}" })];
    expect(wantedNames(steps)).toEqual(["x", "y"]);
  });
});

describe("places", () => {
  const doc = docOf({
    variables: [newVariable("v", { choices: ["a", "b"] })],
    steps: [newStep("s", { parameters: { "a/b": 1 } }), newStep("t", { template: "Key: sk-1" })],
  });

  it("resolve a pointer to a part, a field and a position", () => {
    expect(placeOf("/content/steps/1/template", doc)).toMatchObject({ part: "step", id: doc.steps[1]?.id, number: 2, field: "template" });
    expect(placeOf("/steps/0/parameters/a~1b", doc)).toMatchObject({ field: "parameters", within: "a/b" });
    expect(placeOf("/variables/0/choices/1", doc)).toMatchObject({ part: "variable", field: "choices", within: "1" });
    expect(placeOf("", doc)).toMatchObject({ part: "whole" });
    expect(placeOf("/content", doc)).toMatchObject({ part: "whole" });
    expect(placeOf("/steps", doc)).toMatchObject({ part: "whole", field: "steps" });
    expect(placeOf("/steps/9/title", doc)).toBeNull();
    expect(placeOf("/changelog", doc)).toBeNull();
    expect(valueAt(doc, "/content/variables/0/choices/1")).toBe("b");
  });

  it("keep the service's problems while their text is unchanged, even if the step moves", () => {
    const state = initialState({
      variables: [],
      steps: [newStep("s", { title: "S", template: "t" }), newStep("t", { title: "T", template: "Key: sk-1" })],
    });
    const told = [
      { pointer: "/steps/1/template", code: "secret_found", message: "A key", severity: "error" as const, offset: 5 },
      { pointer: "/steps/1/template", code: "empty_template", message: "found here, not told" },
    ];
    const refused = [{ pointer: "/content/steps/1/template", code: "secret_found", message: "A key" }];
    const answers = [
      { told, doc: state.doc },
      { told: refused, doc: state.doc },
    ];
    expect(problemsOf(state.doc, answers)).toMatchObject([{ code: "secret_found", offset: 5, place: { number: 2 } }]);
    const id = state.doc.steps[1]?.id ?? "";
    const up = reduce(state, { type: "moveStep", id, to: 0 });
    expect(problemsOf(up.doc, answers)).toMatchObject([{ code: "secret_found", place: { id, number: 1 } }]);
    const mended = reduce(up, { type: "editStep", id, fields: { template: "Key: {{key}}" } });
    expect(problemsOf(mended.doc, answers).map((problem) => problem.code)).toEqual(["undeclared_name"]);
  });
});
