// @vitest-environment node
import { expect, it } from "vitest";
import { MarkdownCache, PAGE_WORK } from "./cache";

const page = (left = PAGE_WORK) => ({ left });

it("renders a text once for all pages", () => {
  const cache = new MarkdownCache();
  const [first, second] = [page(), page()];
  const rendered = cache.render("*Hi* @ada", ["ada"], first);
  expect(rendered.html).toContain("<em>Hi</em>");
  expect(first.left).toBe(PAGE_WORK - rendered.work);
  expect(cache.render("*Hi* @ada", ["ada"], second)).toBe(rendered);
  expect(second.left).toBe(PAGE_WORK);
});

it("distinguishes texts by their mentions", () => {
  const cache = new MarkdownCache();
  expect(cache.render("@ada", ["ada"], page()).html).toContain('href="/makers/ada"');
  expect(cache.render("@ada", [], page()).html).not.toContain("href");
});

it("bounds the work of a page of new texts, and shows the rest plain until a later view", () => {
  const cache = new MarkdownCache();
  const texts = Array.from({ length: 100 }, (_, at) => `${at} ${"*a_b*c_ ".repeat(1_000)}`);
  const budget = page();
  const shown = texts.map((text) => cache.render(text, [], budget));
  expect(budget.left).toBeLessThanOrEqual(0);
  expect(budget.left).toBeGreaterThan(-PAGE_WORK);
  expect(shown.at(0)?.html).toContain("<em>");
  expect(shown.at(-1)).toMatchObject({ html: `<p>${texts.at(-1)}</p>`, isPlain: false });
  expect(cache.render(texts.at(-1) ?? "", [], page()).html).toContain("<em>");
});

it("evicts the least recently used text", () => {
  const cache = new MarkdownCache(5_000);
  const text = (at: number) => `${at} ${"a".repeat(600)}`;
  const isKept = (at: number) => {
    const budget = page();
    cache.render(text(at), [], budget);
    return budget.left === PAGE_WORK;
  };
  for (const at of [1, 2, 3]) expect(isKept(at)).toBe(false);
  expect(isKept(1)).toBe(true);
  expect(isKept(4)).toBe(false);
  expect(isKept(1)).toBe(true);
  expect(isKept(2)).toBe(false);
});
