import { describe, expect, it } from "vitest";
import { changedRange, compareSnapshots, snapshotFields } from "./snapshot";

const step = (key: string, title: string, template: string) => ({ key, title, template, tool: null, model: null, parameters: {} });

describe("fields of a target", () => {
  it("are texts, without empty ones", () => {
    const project = { title: "A clock", tagline: "", body: "It ticks.", links: [{ label: "Site", url: "https://x.example" }], tags: ["time", "wood"], cover_url: null };
    expect(snapshotFields("project", project).map(({ name, text }) => [name, text])).toEqual([
      ["title", "A clock"],
      ["body", "It ticks."],
      ["links", "Site: https://x.example"],
      ["tags", "#time #wood"],
    ]);
  });

  it("include the notes of a collection", () => {
    const collection = { title: "Classroom", description: "For schools", notes: ["First", "Second"] };
    expect(snapshotFields("collection", collection).map(({ key, name, text }) => [key, name, text])).toEqual([
      ["title", "title", "Classroom"],
      ["description", "description", "For schools"],
      ["note:0", "note", "First"],
      ["note:1", "note", "Second"],
    ]);
  });

  it("include the steps and fields of a workflow", () => {
    const content = {
      variables: [{ name: "topic", label: "Topic", description: "", default: null, choices: ["a", "b"], example: null }],
      steps: [{ ...step("one", "Ask", "Tell {{topic}}"), tool: "claude", parameters: { temperature: 0.2 } }],
    };
    expect(snapshotFields("workflow", { title: "Lesson", summary: "", changelog: null, content }).map(({ key, of, text }) => [key, of, text])).toEqual([
      ["title", null, "Lesson"],
      ["variable:topic", "{{topic}}", "Topic\na\nb"],
      ["step:one", "Ask", "claude · temperature: 0.2\n\nTell {{topic}}"],
    ]);
  });

  it.each([null, undefined, "text", [], 4])("are empty for %j", (content) => {
    expect(snapshotFields("comment", content)).toEqual([]);
  });

  it("skip unknown data", () => {
    expect(snapshotFields("workflow", { title: 4, content: { variables: "no", steps: [null, "x"] } })).toEqual([]);
  });
});

describe("comparing snapshots", () => {
  const workflow = (...steps: ReturnType<typeof step>[]) => snapshotFields("workflow", { title: "Lesson", content: { variables: [], steps } });

  it("reports changes, additions and removals in order", () => {
    const then = workflow(step("a", "A", "one"), step("b", "B", "two"), step("c", "C", "three"));
    const now = workflow(step("a", "A", "one"), step("c", "C", "four"), step("d", "D", "five"));
    expect(compareSnapshots(then, now).map(({ key, then, now, same }) => [key, then, now, same])).toEqual([
      ["title", "Lesson", "Lesson", true],
      ["step:a", "one", "one", true],
      ["step:b", "two", null, false],
      ["step:c", "three", "four", false],
      ["step:d", null, "five", false],
    ]);
  });

  it("reports deleted content", () => {
    expect(compareSnapshots(workflow(step("a", "A", "one")), []).map(({ key, now }) => [key, now])).toEqual([
      ["title", null],
      ["step:a", null],
    ]);
  });
});

describe("the changed range of two texts", () => {
  it.each([
    ["buy my cheap pills today", "buy my bread today", ["buy my ", "cheap pills ", "bread ", "today"]],
    ["same", "same", ["same", "", "", ""]],
    ["", "new", ["", "", "new", ""]],
    ["a a a", "a a", ["a ", "a ", "", "a"]],
  ])("%j and %j", (then, now, [head, was, is, tail]) => {
    const found = changedRange(then, now);
    expect(found).toEqual({ head, then: was, now: is, tail });
    expect(found.head + found.then + found.tail).toBe(then);
    expect(found.head + found.now + found.tail).toBe(now);
  });
});
