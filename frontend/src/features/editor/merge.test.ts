import { describe, expect, it } from "vitest";
import { type Content, newStep, newVariable } from "./content";
import { type Choice, compare, merged } from "./merge";

const step = (key: string, template = key, title = key) => newStep(key, { title, template });
const of = (...steps: ReturnType<typeof step>[]): Content => ({ variables: [], steps });
const states = (b: Content, m: Content, t: Content) =>
  Object.fromEntries(compare(b, m, t).steps.map((row) => [row.id.replace("steps/", ""), row.state]));
const merge = (b: Content, m: Content, t: Content, choices: [string, Choice][] = []) =>
  merged(b, m, t, compare(b, m, t), new Map(choices));

const base = of(step("a"), step("b"), step("c"));

describe("two texts of one draft", () => {
  it("are compared step by step", () => {
    const mine = of(step("a", "mine"), step("b", "mine"), step("c", "c", "Mine"), step("new"));
    const theirs = of(step("a"), step("b", "theirs"), step("c", "theirs"), step("other"));
    expect(states(base, mine, theirs)).toEqual({ a: "mine", b: "conflict", c: "both", new: "mine", other: "theirs" });
  });

  it("are merged without a conflict", () => {
    const mine = of(step("a", "mine"), step("b"), step("c", "c", "Mine"), step("new"));
    const theirs = of(step("a"), step("b", "theirs"), step("c", "theirs"), step("other"));
    const result = merge(base, mine, theirs);
    expect(result.steps.map((s) => [s.key, s.title, s.template])).toEqual([
      ["a", "a", "mine"],
      ["b", "b", "theirs"],
      ["c", "Mine", "theirs"],
      ["new", "new", "new"],
      ["other", "other", "other"],
    ]);
  });

  it("take the chosen side", () => {
    const mine = of(step("a", "mine"), step("c"));
    const theirs = of(step("a", "theirs"), step("b", "theirs"), step("c"));
    expect(states(base, mine, theirs)).toEqual({ a: "conflict", b: "conflict", c: "same" });
    expect(merge(base, mine, theirs).steps.map((s) => s.template)).toEqual(["mine", "c"]);
    expect(merge(base, mine, theirs, [["steps/a", "theirs"], ["steps/b", "theirs"]])).toEqual(theirs);
    expect(merge(base, mine, theirs, [["steps/b", "theirs"]]).steps.map((s) => s.template)).toEqual(["mine", "theirs", "c"]);
  });

  it("keep the order of the side that changed it", () => {
    const turned = of(step("c"), step("b"), step("a"));
    expect(merge(base, base, turned)).toEqual(turned);
    expect(merge(base, turned, of(step("a"), step("b", "t"), step("c"))).steps.map((s) => s.key)).toEqual(["c", "b", "a"]);
  });

  it("obey the laws of a merge", () => {
    const mine = of(step("b", "m"), step("a"), step("n"));
    const theirs = of(step("a"), step("x"), step("c", "t"));
    expect(merge(base, base, theirs)).toEqual(theirs);
    expect(merge(base, mine, base)).toEqual(mine);
    expect(merge(base, mine, mine)).toEqual(mine);
  });

  it("include fields", () => {
    const b: Content = { variables: [newVariable("v")], steps: [] };
    const m: Content = { variables: [newVariable("v", { label: "Mine" }), newVariable("w")], steps: [] };
    const t: Content = { variables: [newVariable("v", { example: "x" })], steps: [] };
    expect(merge(b, m, t).variables).toEqual([newVariable("v", { label: "Mine", example: "x" }), newVariable("w")]);
  });

  it("keep both parts of a duplicate key", () => {
    const twice = of(step("a", "1"), step("a", "2"));
    expect(merge(of(), twice, of(step("a", "1"))).steps.map((s) => s.template)).toEqual(["1", "2"]);
  });
});
