import { describe, expect, it } from "vitest";
import { type Content, keyFor, newStep, newVariable } from "./content";
import { type Action, contentOf, initialState, MAX_UNDO, nameProblem, reduce, TYPING } from "./document";

const content: Content = {
  variables: [newVariable("topic"), newVariable("tone", { type: "choice", choices: ["plain", "warm"] })],
  steps: [
    newStep("outline", { title: "Outline it", template: "Outline {{topic}}. \\{{topic}} {{ topic }}", output: "plan" }),
    newStep("draft", { title: "Write it", template: "Write {{plan}} in {{tone}}, about {{topic}}" }),
    newStep("check", { title: "Check it", template: "Check it." }),
  ],
};

function play(...actions: Action[]) {
  let at = 0;
  return actions.reduce((state, action) => reduce(state, { at: (at += 10_000), ...action }), initialState(content));
}
const start = initialState(content);
const [outline, draft, check] = start.doc.steps.map((step) => step.id) as [string, string, string];
const [topic] = start.doc.variables.map((variable) => variable.id) as [string];
const from = (...actions: Action[]) => actions.reduce((state, action) => reduce(state, action), start);
const keys = (state: { doc: { steps: { key: string }[] } }) => state.doc.steps.map((step) => step.key);

describe("steps", () => {
  it("adds a step after another, with its own key and the focus on its title", () => {
    const state = from({ type: "addStep", after: outline });
    expect(keys(state)).toEqual(["outline", "step-1", "draft", "check"]);
    expect(state.focus).toEqual({ id: state.doc.steps[1]?.id, field: "title", n: 1 });
  });

  it("derives the key of a new step from its title, and keeps that of an old one", () => {
    const added = from({ type: "addStep" });
    const id = added.doc.steps[3]?.id ?? "";
    const named = reduce(added, { type: "editStep", id, fields: { title: "Outline" } });
    expect(named.doc.steps[3]?.key).toBe("outline-2");
    const keyed = reduce(named, { type: "editStep", id, fields: { key: "mine" } });
    expect(reduce(keyed, { type: "editStep", id, fields: { title: "Other" } }).doc.steps[3]?.key).toBe("mine");
    expect(from({ type: "editStep", id: outline, fields: { title: "Other" } }).doc.steps[0]?.key).toBe("outline");
  });

  it("duplicates a step without its answer name, which is unique", () => {
    const copy = from({ type: "duplicateStep", id: outline }).doc.steps[1];
    expect(copy).toMatchObject({ title: "Outline it", key: "outline-it", output: null, template: content.steps[0]?.template });
  });

  it("removes a step and focuses the next", () => {
    const state = from({ type: "removeStep", id: outline });
    expect(keys(state)).toEqual(["draft", "check"]);
    expect(state.focus?.id).toBe(draft);
    expect(reduce(state, { type: "removeStep", id: check }).focus?.id).toBe(draft);
  });

  it("moves a step, but not beyond the ends", () => {
    expect(keys(from({ type: "moveStep", id: outline, to: 2 }))).toEqual(["draft", "check", "outline"]);
    expect(keys(from({ type: "moveStep", id: check, to: -5 }))).toEqual(["check", "outline", "draft"]);
    expect(from({ type: "moveStep", id: check, to: 99 })).toBe(start);
  });

  it("inserts pasted steps after or instead of the existing ones, with their fields", () => {
    const steps = [{ title: "One", template: "{{a}}" }, { title: "Two" }];
    const more = from({ type: "addSteps", steps, variables: [{ name: "a" }, { name: "topic" }, { name: "plan" }], instead: false });
    expect(keys(more)).toEqual(["outline", "draft", "check", "one", "two"]);
    expect(more.doc.variables.map((variable) => variable.name)).toEqual(["topic", "tone", "a"]);
    expect(keys(from({ type: "addSteps", steps, variables: [], instead: true }))).toEqual(["one", "two"]);
  });

  it("stops at fifty", () => {
    const steps = Array.from({ length: 60 }, (_, at) => ({ title: `T${at}` }));
    const full = from({ type: "addSteps", steps, variables: [], instead: false });
    expect(full.doc.steps).toHaveLength(50);
    expect(reduce(full, { type: "addStep" })).toBe(full);
    expect(reduce(full, { type: "duplicateStep", id: outline })).toBe(full);
  });
});

describe("names", () => {
  it("renames a field in every slot, and nothing else", () => {
    const state = from({ type: "renameVariable", id: topic, name: "subject" });
    expect(state.doc.variables[0]?.name).toBe("subject");
    expect(state.doc.steps[0]?.template).toBe("Outline {{subject}}. \\{{topic}} {{ subject }}");
    expect(state.doc.steps[1]?.template).toBe("Write {{plan}} in {{tone}}, about {{subject}}");
  });

  it("rejects an invalid or taken name", () => {
    expect(from({ type: "renameVariable", id: topic, name: "to pic" })).toBe(start);
    expect(from({ type: "renameVariable", id: topic, name: "tone" })).toBe(start);
    expect(nameProblem(start.doc, topic, "plan")).toBe("taken");
    expect(nameProblem(start.doc, topic, "1a")).toBe("bad");
    expect(nameProblem(start.doc, topic, "topic")).toBeNull();
  });

  it("renames an answer in later steps", () => {
    const state = from({ type: "renameOutput", id: outline, name: "skeleton" });
    expect(state.doc.steps[0]?.output).toBe("skeleton");
    expect(state.doc.steps[1]?.template).toContain("{{skeleton}}");
    expect(from({ type: "renameOutput", id: outline, name: null }).doc.steps[1]?.template).toContain("{{plan}}");
    expect(from({ type: "renameOutput", id: outline, name: "topic" }).doc.steps[1]?.template).toContain("{{plan}}");
  });

  it("adds, orders and removes fields", () => {
    const added = from({ type: "addVariable", name: "words", fields: { type: "number" }, focus: true });
    expect(added.doc.variables.at(-1)).toMatchObject({ name: "words", type: "number", required: true });
    expect(added.focus?.field).toBe("name");
    expect(from({ type: "addVariable", name: "plan" })).toBe(start);
    expect(from({ type: "moveVariable", id: topic, to: 1 }).doc.variables.map((v) => v.name)).toEqual(["tone", "topic"]);
    expect(from({ type: "removeVariable", id: topic }).doc.variables).toHaveLength(1);
  });

  it("derives keys from titles", () => {
    expect(keyFor("Écrire l’été!", [])).toBe("ecrire-l-ete");
    expect(keyFor("", ["step-1"])).toBe("step-2");
    expect(keyFor("日本", [])).toBe("step-1");
    expect(keyFor("a".repeat(99), []).length).toBeLessThanOrEqual(60);
  });
});

describe("undo", () => {
  it("undoes and redoes", () => {
    const state = from({ type: "removeStep", id: outline }, { type: "removeStep", id: check });
    const back = reduce(state, { type: "undo" });
    expect(keys(back)).toEqual(["draft", "check"]);
    expect(keys(reduce(back, { type: "redo" }))).toEqual(["draft"]);
    expect(keys(reduce(back, { type: "undo" }))).toEqual(["outline", "draft", "check"]);
    expect(reduce(start, { type: "undo" })).toBe(start);
    expect(reduce(start, { type: "redo" })).toBe(start);
  });

  it("groups typing in one field until a pause or another field", () => {
    const type = (title: string, at: number, id = outline): Action => ({ type: "editStep", id, fields: { title }, at });
    expect(from(type("a", 0), type("ab", 500), type("abc", 900)).past).toHaveLength(1);
    expect(from(type("a", 0), type("ab", 500 + TYPING)).past).toHaveLength(2);
    expect(from(type("a", 0), type("b", 10, draft)).past).toHaveLength(2);
  });

  it("drops the oldest steps", () => {
    const many = Array.from({ length: MAX_UNDO + 20 }, (_, at): Action => ({ type: "editStep", id: outline, fields: { title: `${at}` } }));
    expect(play(...many).past.length).toBeLessThanOrEqual(MAX_UNDO);
  });

  it("ignores an edit without a change", () => {
    expect(from({ type: "editStep", id: outline, fields: { title: "Outline it" } })).toBe(start);
    expect(from({ type: "editVariable", id: topic, fields: { required: true } })).toBe(start);
    expect(from({ type: "replace", content })).toBe(start);
  });

  it("restores replaced parts, and keeps the elements of the others", () => {
    const theirs: Content = { variables: [], steps: [newStep("draft", { title: "Theirs" })] };
    const state = from({ type: "replace", content: theirs });
    expect(state.doc.steps[0]?.id).toBe(draft);
    expect(contentOf(state.doc)).toEqual(theirs);
    expect(contentOf(reduce(state, { type: "undo" }).doc)).toEqual(content);
    expect(from({ type: "replace", content: theirs, undoable: false }).past).toEqual([]);
  });
});
