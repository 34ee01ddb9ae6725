import { expect, test } from "vitest";

import { contentOfPrompt, readDocument } from "./document";
import { parseTemplate } from "./template";

const good = { format: "aipoweredmakers.workflow", format_version: 1, title: "T", content: { steps: [], variables: [] } };

test("reads an exported file", () => {
  expect(readDocument(JSON.stringify(good))).toEqual({ document: good });
  expect(readDocument(`\uFEFF${JSON.stringify(good)}`)).toEqual({ document: good });
});

test.each([
  ["", "fileNotJson"],
  ["{", "fileNotJson"],
  ["null", "fileBad"],
  ["[]", "fileBad"],
  ['{"format": "other"}', "fileBad"],
  [JSON.stringify({ ...good, content: null }), "fileBad"],
  [JSON.stringify({ ...good, title: 3 }), "fileBad"],
])("%s is told", (text, problem) => {
  expect(readDocument(text)).toEqual({ problem });
});

test("turns a pasted prompt into a step with fields", () => {
  const prompt = "About {{topic}} for {{age}}, {{topic}}";
  expect(contentOfPrompt(prompt, "First", parseTemplate(prompt).names.keys())).toEqual({
    variables: [{ name: "topic" }, { name: "age" }],
    steps: [{ key: "step-1", title: "First", template: prompt }],
  });
});
