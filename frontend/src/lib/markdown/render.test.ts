// @vitest-environment node
import fc from "fast-check";
import { describe, expect, it, vi } from "vitest";
import { HOSTILE } from "./hostile";
import { MAX_LENGTH, maxWork, renderMarkdown } from "./render";

vi.setConfig({ testTimeout: 60_000 });

const KB = 1024;
const MENTIONS = ["ada", "bob-2"];
const PIECES = [
  ..."*_~`[]()<>!#|-+>:&@\\\n\t \"'=.a1",
  ...["**", "~~", "```", "![", "](", "](b)", "[a]: b", "> ", "- ", "1. ", "  ", "    ", "|-|", "<a:", "<!--", "&amp;", "https://"],
  ...["www.a.b", "a@b.c", "@ada", "@Bob-2", "[x] ", "\n\n", "\r\n", "𝄞", "\ud800", "\0", "\\|", "[^1]", "***\n", "===\n"],
];

/** A repeated unit, or one that opens in the first half and closes in the second. */
const hostile = fc.record({
  open: fc.array(fc.constantFrom(...PIECES), { minLength: 1, maxLength: 8 }).map((pieces) => pieces.join("")),
  close: fc.array(fc.constantFrom(...PIECES), { maxLength: 4 }).map((pieces) => pieces.join("")),
});

function grow({ open, close }: { open: string; close: string }, length: number): string {
  const times = Math.ceil(length / (open.length + close.length));
  return (open.repeat(times) + close.repeat(times)).slice(0, length);
}

const work = (text: string) => renderMarkdown(text, MENTIONS).work;

describe("hostile Markdown", () => {
  it("costs bounded work for any repetition or nesting", () => {
    fc.assert(
      fc.property(hostile, fc.constantFrom(1, 2, 4, 8, 16, 32, 64), (unit, kilobytes) => {
        const text = grow(unit, kilobytes * KB);
        // The last charge may exceed the bound by at most one unit per character.
        expect(work(text)).toBeLessThanOrEqual(maxWork(text.length) + text.length);
      }),
      { numRuns: 200 },
    );
  });

  it("costs linear work for any repetition or nesting", () => {
    fc.assert(
      fc.property(hostile, (unit) => {
        expect(work(grow(unit, 8 * KB))).toBeLessThanOrEqual(2.5 * work(grow(unit, 4 * KB)) + 1_000);
      }),
      { numRuns: 200 },
    );
  });

  it.each(HOSTILE)("costs work that is linear in its length: %s", (_, make) => {
    for (let length = KB; length <= 32 * KB; length *= 2) {
      expect(work(make(2 * length))).toBeLessThanOrEqual(2.5 * work(make(length)) + 1_000);
    }
  });

  // Time is linear: 8 times the text may take 8 times as long plus garbage collection, not 64 times.
  it.each(HOSTILE)("takes time that is linear in its length: %s", (_, make) => {
    const [short, long] = [2 * KB, 16 * KB].map((length) => medianTime(make(length)));
    expect(long).toBeLessThanOrEqual(30 * (short ?? 0) + 10_000);
  });

  it("is shown as plain text when it exceeds the bounds", () => {
    const texts = {
      deep: "> ".repeat(4_990),
      nested: `${"[".repeat(200)}a${"](b)".repeat(200)}`,
      dense: "- a\n".repeat(16_000),
      long: "a".repeat(MAX_LENGTH + 1),
      wide: `${"|a".repeat(5_000)}|\n${"|-".repeat(5_000)}|\n${"|\n".repeat(5_000)}`,
      repeated: `[a]: ${"b".repeat(20_000)}\n\n${"[a] ".repeat(5_000)}`,
    };
    for (const [name, text] of Object.entries(texts)) {
      const { html, isPlain } = renderMarkdown(text);
      expect(isPlain, name).toBe(true);
      expect(html, name).not.toMatch(/<(?!\/?p>|br>)/);
    }
  });

  it("keeps the paragraphs and line breaks of plain text", () => {
    const { html } = renderMarkdown(`One\ntwo <b>\r\n\r\n  \n*three*\n\n${"> ".repeat(100)}`);
    expect(html).toMatch(/^<p>One<br>\ntwo &lt;b&gt;<\/p>\n<p>\*three\*<\/p>\n<p>(&gt; )+<\/p>$/);
  });
});

it("ordinary texts stay far below the bounds", () => {
  const table = `| Name | Answer |\n|---|---|\n${"| A name | An answer of some words |\n".repeat(50)}`;
  const list = "- An item of a list with **strong** words\n  - and one below it with `code`\n".repeat(50);
  const prose = "Some *words* in a [paragraph](https://a.example) of ordinary length, for @ada and the others.\n\n".repeat(50);
  const code = `\`\`\`\n${"const a = [[[1]]]; // *not* emphasis\n".repeat(100)}\`\`\`\n`;
  const text = `# Title\n\n${prose}\n${list}\n\n${table}\n${code}`;
  const { isPlain, work: cost } = renderMarkdown(text, MENTIONS);
  expect(isPlain).toBe(false);
  expect(cost).toBeLessThan(maxWork(text.length) / 8);
});

function medianTime(text: string): number {
  const times = Array.from({ length: 5 }, () => {
    const before = process.cpuUsage();
    renderMarkdown(text, MENTIONS);
    const { user, system } = process.cpuUsage(before);
    return user + system;
  });
  return times.sort((a, b) => a - b)[2] ?? 0;
}
