import "server-only";

import { createHash } from "node:crypto";
import { cache } from "react";
import { type Rendered, renderMarkdown, renderPlain } from "./render";

/** Bytes of cached HTML per process. */
const MAX_BYTES = 32 * 1024 * 1024;
/** Work that one page may start on texts that are not in the cache. The last text may exceed it by its own bound. */
export const PAGE_WORK = 40_000;

export type PageBudget = { left: number };

/** Return the budget of the page that is being rendered. */
export const pageBudget = cache((): PageBudget => ({ left: PAGE_WORK }));

/** Rendered texts by the hash of their source. Evicts the least recently used one. */
export class MarkdownCache {
  private readonly entries = new Map<string, Rendered>();
  private bytes = 0;

  constructor(private readonly maxBytes = MAX_BYTES) {}

  /** Render a text, or show it plain if it is not in the cache and the page has used up its budget. */
  render(text: string, mentions: readonly string[], page: PageBudget): Rendered {
    const key = createHash("sha256").update(JSON.stringify([text, mentions])).digest("base64");
    const known = this.entries.get(key);
    if (known !== undefined) {
      this.entries.delete(key);
      this.entries.set(key, known);
      return known;
    }
    // The author cannot change this, and the next view of the page renders more.
    if (page.left <= 0) return { ...renderPlain(text), isPlain: false };
    const rendered = renderMarkdown(text, mentions);
    page.left -= rendered.work;
    this.entries.set(key, rendered);
    this.bytes += sizeOf(key, rendered);
    for (const [oldest, entry] of this.entries) {
      if (this.bytes <= this.maxBytes) break;
      this.entries.delete(oldest);
      this.bytes -= sizeOf(oldest, entry);
    }
    return rendered;
  }
}

/** Strings take one or two bytes a character; assume two, and a fixed part for the entry. */
function sizeOf(key: string, { html }: Rendered): number {
  return 2 * (key.length + html.length) + 200;
}

export const markdownCache = new MarkdownCache();
