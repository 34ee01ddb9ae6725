import { describe, expect, it } from "vitest";
import { nameOf, split } from "./split";

const titles = (text: string) => split(text).steps.map((step) => step.title);
const templates = (text: string) => split(text).steps.map((step) => step.template);

describe("splitting a pasted prompt", () => {
  it("splits at lines that say Step", () => {
    const text = "You are an editor.\n\nStep 1: Outline\nOutline {{topic}}.\n\n**Step 2 – Draft**\nWrite it.\n\n## Step 3\nCheck {{tone}}.";
    expect(titles(text)).toEqual(["Outline", "Draft", "Check tone"]);
    expect(templates(text)).toEqual(["You are an editor.\n\nOutline {{topic}}.", "Write it.", "Check {{tone}}."]);
    expect(split(text).names).toEqual(["topic", "tone"]);
  });

  it("accepts Dutch and synonyms", () => {
    expect(titles("Stap 1. Plan\na\nStap 2. Schrijf\nb")).toEqual(["Plan", "Schrijf"]);
    expect(titles("PROMPT ONE: Plan\na\nPROMPT TWO: Write\nb")).toEqual(["Plan", "Write"]);
  });

  it("splits at numbered headings, or headings of one level", () => {
    expect(titles("# Blog\n\n## 1. Outline\na\n### Note\nb\n## 2. Draft\nc")).toEqual(["Outline", "Draft"]);
    expect(templates("# Blog\n\n## 1. Outline\na\n### Note\nb\n## 2. Draft\nc")[0]).toBe("# Blog\n\na\n### Note\nb");
    expect(titles("# Plan\na\n# Write\nb")).toEqual(["Plan", "Write"]);
  });

  it("splits at rules", () => {
    expect(templates("First this.\n\n---\n\nThen that.\n***\nAnd last.")).toEqual(["First this.", "Then that.", "And last."]);
    expect(titles("Summarise {{text}}: be brief\n---\nTranslate it. Then stop.")).toEqual(["Summarise text", "Translate it"]);
  });

  it("splits at a numbered list with its nested text", () => {
    const text = "1. Read the text\n   1. carefully\n2. Summarise it\nin short\n3) Translate";
    expect(templates(text)).toEqual(["Read the text\n   1. carefully", "Summarise it\nin short", "Translate"]);
  });

  it("keeps fenced code and single steps whole", () => {
    expect(split("Do this:\n```\n# a\n---\n# b\n```\nDone.").steps).toHaveLength(1);
    expect(split("Step 2 is where you take what you made before and think about it for a long time, with care.").steps).toHaveLength(1);
    expect(split("Just a prompt with {{x}}").names).toEqual(["x"]);
    expect(split(" \n ").steps).toEqual([]);
  });

  it("loses no line", () => {
    const text = "Intro\r\n\r\nStep 1\r\na\r\nStep 2\r\nb";
    expect(templates(text).join("\n")).toBe("Intro\n\na\nb");
    expect(templates("Step 1: Only a heading\nStep 2: Another")).toEqual(["Only a heading", "Another"]);
  });

  it("fixes slots that are almost names", () => {
    expect(templates("Dear {{ First name }}, \\{{not me}} {{ok}} {{!}}")).toEqual(["Dear {{first_name}}, \\{{not me}} {{ok}} {{!}}"]);
  });

  it("converts other brackets on request", () => {
    const text = "About [Target audience] and {topic}; [x] done, [link](https://e.org), {{kept}}, {\"a\": 1}";
    expect(split(text)).toMatchObject({ brackets: 2, names: ["kept"] });
    expect(split(text, { brackets: true }).steps[0]?.template).toBe(
      "About {{target_audience}} and {{topic}}; [x] done, [link](https://e.org), {{kept}}, {\"a\": 1}",
    );
  });

  it("derives names from words", () => {
    expect(nameOf("Café & Co")).toBe("cafe_co");
    expect(nameOf("2 things")).toBeNull();
    expect(nameOf("x".repeat(80))).toHaveLength(50);
  });
});
