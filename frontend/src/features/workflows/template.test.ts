import { describe, expect, test } from "vitest";

import {
  codePoints,
  type ContentLike,
  indexOfOffset,
  parseTemplate,
  render,
  type Scalar,
  textOf,
  type VariableLike,
} from "./template";
import vectors from "./template.vectors.json";

const meaning = (source: string) =>
  parseTemplate(source).parts.map((part) => (part.kind === "text" ? part.text : [part.name]));

const mistakes = (source: string) => parseTemplate(source).mistakes.map(({ code, offset }) => [code, offset]);

describe("parseTemplate", () => {
  // tests/documents/test_template.py and the table of docs/workflow-format.md
  test.each<[string, (string | [string])[]]>([
    ["", []],
    ["no slots, { nor } }} them", ["no slots, { nor } }} them"]],
    ["{{name}}", [["name"]]],
    ["{{ \t name\t}}", [["name"]]],
    ["Hi {{name}}", ["Hi ", ["name"]]],
    ["Hi {{a}}{{b}}!", ["Hi ", ["a"], ["b"], "!"]],
    ["{{{a}}}", ["{", ["a"], "}"]],
    ["{{{{a}}}}", ["{{", ["a"], "}}"]],
    ["\\{{a}}", ["{{a}}"]],
    ["\\{{{a}}}", ["{{{a}}}"]],
    ["\\\\{{a}}", ["\\", ["a"]]],
    ["\\\\\\{{a}}", ["\\{{a}}"]],
    ["C:\\dir \\{ \\n \\\\", ["C:\\dir \\{ \\n \\\\"]],
    ["\\\\server {{a}}", ["\\\\server ", ["a"]]],
    ['{"k": "{{v}}"}', ['{"k": "', ["v"], '"}']],
    ["{{a\n}}", ["{{a\n}}"]],
    ["{{a b}} {{c}}", ["{{a b}} ", ["c"]]],
    ["{{{ {{a}}", ["{{{ ", ["a"]]],
    ['{ "a": 1 } }}', ['{ "a": 1 } }}']],
  ])("reads %j", (source, means) => {
    expect(meaning(source)).toEqual(means);
  });

  test("reads a template of 100,000 spaces between two words in linear time", () => {
    const time = (spaces: number) => {
      const source = `{{a${" ".repeat(spaces)}b}}`;
      const times = Array.from({ length: 5 }, () => {
        const before = process.cpuUsage();
        parseTemplate(source);
        return process.cpuUsage(before).user;
      });
      return times.sort((a, b) => a - b)[2] ?? 0;
    };
    expect(time(100_000)).toBeLessThanOrEqual(20 * time(10_000) + 20_000);
  });

  test.each<[string, [string, number][]]>([
    ["𝄞{{", [["unclosed_slot", 1]]],
    ["{{a\n}}", [["unclosed_slot", 0]]],
    ["{{ {{a}}", [["unclosed_slot", 0]]],
    ["{{}} {{ }}", [["empty_slot", 0], ["empty_slot", 5]]],
    [
      "é {{#if x}}{{1a}}{{a-b}}{{ok}}{{a.b}}",
      [["bad_name", 2], ["bad_name", 11], ["bad_name", 17], ["bad_name", 30]],
    ],
    ["{{" + "a".repeat(51) + "}}", [["bad_name", 0]]],
    ["{{{é}}", [["bad_name", 1]]],
    ["{{" + "a".repeat(50) + "}}", []],
    ["\\{{#if x}}", []],
  ])("tells every mistake in %j", (source, expected) => {
    expect(mistakes(source)).toEqual(expected);
  });

  test("returns names once, in order, with their first offset", () => {
    expect([...parseTemplate("𝄞{{b}} {{a}} {{b}}").names]).toEqual([
      ["b", 1],
      ["a", 7],
    ]);
  });

  test("positions count code points and UTF-16 units", () => {
    const source = "𝄞𝄞{{a}}𝄞{{";
    const { parts, mistakes: found } = parseTemplate(source);
    expect(parts.map(({ offset, index }) => [offset, index])).toEqual([
      [0, 0],
      [2, 4],
      [7, 9],
    ]);
    expect(found).toEqual([{ code: "unclosed_slot", offset: 8, index: 11, inner: "" }]);
    for (const place of [...parts, ...found]) expect(indexOfOffset(source, place.offset)).toBe(place.index);
    expect(codePoints(source)).toBe(10);
  });

  test("returns the text between invalid braces", () => {
    expect(parseTemplate("{{ first name }}").mistakes[0]?.inner).toBe("first name");
  });

  test.each(["{{", "\\", "\\{{", "{{ ", "{{a", "{{a}}", "{", "{{a }", "\\\\{{a}}", "{{a\n", "{{\t\t"])(
    "loses nothing and takes linear time: %j",
    (evil) => {
      const source = evil.repeat(300_000 / evil.length);
      const begin = performance.now();
      const { parts } = parseTemplate(source);
      expect(performance.now() - begin).toBeLessThan(5000);
      expect(parts.map((part) => part.source).join("") === source).toBe(true);
    },
  );
});

describe("the API's vectors", () => {
  test("parsing", () => {
    for (const vector of vectors.parse) {
      const { parts, mistakes: found } = parseTemplate(vector.source);
      expect(
        {
          source: vector.source,
          parts: parts.map(({ index: _, ...part }) => part),
          mistakes: found.map(({ code, offset }) => ({ code, offset })),
        },
        vector.source,
      ).toEqual(vector);
      for (const part of parts) expect(vector.source.startsWith(part.source, part.index)).toBe(true);
    }
  });

  interface Vector {
    content: ContentLike;
    inputs: Record<string, Scalar>;
    outputs: Record<string, string>;
    problems?: string[][];
    steps?: { text: string; waiting_for: string[]; segments: (string | null)[][] }[];
  }
  const cases = [...vectors.values, ...vectors.render] as unknown as Vector[];

  test("rendering", () => {
    for (const vector of cases) {
      const { steps, problems } = render(vector.content, vector.inputs, vector.outputs);
      const about = JSON.stringify(vector);
      expect(problems.map(({ where, name, code }) => [`/${where}/${name}`, code]).sort(), about).toEqual(
        (vector.problems ?? []).sort(),
      );
      if (!vector.steps) continue;
      expect(
        steps.map(({ text, waitingFor, segments }) => ({
          text,
          waiting_for: waitingFor,
          segments: segments.map((piece) => [piece.kind, piece.text, piece.name ?? null]),
        })),
        about,
      ).toEqual(vector.steps);
    }
  });
});

describe("render", () => {
  const chain = {
    variables: [{ name: "x", type: "long_text" } as VariableLike],
    steps: [
      { key: "a", template: "About {{x}}", output: "draft" },
      { key: "b", template: "Shorten {{draft}}. Again: {{draft}}" },
    ],
  };

  test("marks a missing answer", () => {
    const [, second] = render(chain, { x: "bees" }).steps;
    expect(second?.text).toBe("Shorten ⟦draft⟧. Again: ⟦draft⟧");
    expect(second?.waitingFor).toEqual(["draft"]);
    const [, filled] = render(chain, { x: "bees" }, { draft: "Bees {{x}} ⟦draft⟧" }).steps;
    expect(filled?.text).toBe("Shorten Bees {{x}} ⟦draft⟧. Again: Bees {{x}} ⟦draft⟧");
    expect(filled?.waitingFor).toEqual([]);
  });

  test("marks and reports a field without a value", () => {
    const { steps, problems } = render(chain, {});
    expect(problems).toEqual([{ where: "inputs", name: "x", code: "required" }]);
    expect(steps[0]?.text).toBe("About {{x}}");
    expect(steps[0]?.missing).toEqual(["x"]);
    expect(steps[0]?.segments[1]?.kind).toBe("missing");
  });

  test("does not parse values", () => {
    for (const value of ["{{x}}", "\\{{x}}", "{{", "⟦y⟧", "${x} $& $1", "{{{{x}}}}"]) {
      expect(render(chain, { x: value }).steps[0]?.text).toBe(`About ${value}`);
    }
  });

  test("keeps the digits of numbers, and uses defaults", () => {
    const number: VariableLike = { name: "n", type: "number", default: "0.70" };
    expect(textOf(number, undefined)).toEqual({ text: "0.70" });
    expect(textOf(number, "3.10")).toEqual({ text: "3.10" });
    expect(textOf(number, "3,5")).toEqual({ code: "wrong_type" });
    expect(textOf({ name: "x", required: false, default: "d" }, "")).toEqual({ text: "" });
    expect(textOf({ name: "x", default: "d" }, "")).toEqual({ code: "required" });
  });

  test("limits count code points", () => {
    expect(textOf({ name: "x" }, "𝄞".repeat(100_000))).toEqual({ text: "𝄞".repeat(100_000) });
    expect(textOf({ name: "x" }, "𝄞".repeat(100_001))).toEqual({ code: "too_long" });
  });

  test("reports an oversized result instead of building it", () => {
    const content = { variables: [{ name: "x" }], steps: [{ key: "a", template: "{{x}}".repeat(4000) }] };
    const { problems, steps } = render(content, { x: "y".repeat(501) });
    expect(problems).toEqual([{ where: "inputs", name: null, code: "too_long" }]);
    expect(steps[0]?.text.length).toBe(20_000);
    expect(render(content, { x: "y".repeat(500) }).problems).toEqual([]);
  });

  test("accepts names of object properties", () => {
    const content = { variables: [{ name: "toString" }], steps: [{ key: "a", template: "{{toString}}{{constructor}}" }] };
    expect(render(content, {}).problems).toEqual([{ where: "inputs", name: "toString", code: "required" }]);
    expect(render(content, { toString: "t" } as never).steps[0]?.text).toBe("t⟦constructor⟧");
  });
});
