/**
 * Markdown renderer with bounded work.
 *
 * The parser (markdown-it) calls `Budget.spend` for every token it tries. Its work is at most linear in the length of the
 * text: when the budget is used up, or when constructs are nested too deeply, the text is shown as plain paragraphs.
 * Runs on the server and in the browser without modules of Node, React or Next.
 */
import MarkdownIt, { type StateBlock, type StateCore, type StateInline, type Token } from "markdown-it";
import type { RenderRule } from "markdown-it/lib/renderer.mjs";

/** UTF-16 units of a text. The API accepts less. */
export const MAX_LENGTH = 65_536;
/** Levels of blocks (a list has two: list and item) and of inline constructs. */
export const MAX_DEPTH = 32;
/** Work that any text may cost: some 20 ms (`make bench-markdown`). The longest texts that people write need half of it. */
const MAX_WORK = 40_000;

export type Rendered = {
  /** Safe HTML. */
  html: string;
  /** The text exceeds the bounds and is shown without formatting. */
  isPlain: boolean;
  /** Tokens that the parser tried, and what else was charged. */
  work: number;
};

/** Return the work that a text of this length may cost. */
export function maxWork(length: number): number {
  return Math.min(MAX_WORK, 1_000 + 8 * length);
}

/** Render Markdown as safe HTML. `mentions` are the lower-case handles to link where they appear as @handle. */
export function renderMarkdown(text: string, mentions: readonly string[] = []): Rendered {
  if (text.length > MAX_LENGTH) return renderPlain(text, 0);
  const budget = new Budget(maxWork(text.length));
  try {
    return { html: markdown.render(text, { budget, mentions: new Set(mentions) }), isPlain: false, work: budget.spent };
  } catch (error) {
    if (!(error instanceof OverBudget)) throw error;
    return renderPlain(text, budget.spent);
  }
}

/** Show a text without formatting: paragraphs and line breaks stay. */
export function renderPlain(text: string, work = 0): Rendered {
  const paragraphs: string[] = [];
  let lines: string[] = [];
  const endParagraph = () => {
    if (lines.length > 0) paragraphs.push(`<p>${lines.join("<br>\n")}</p>`);
    lines = [];
  };
  for (const line of text.split(/\r\n|\r|\n/)) {
    if (line.trim() === "") endParagraph();
    else lines.push(escapeHtml(line));
  }
  endParagraph();
  return { html: paragraphs.join("\n"), isPlain: true, work };
}

/** Return the URL if it is relative or its scheme is http, https or mailto; else an empty string. */
export function safeUrl(url: string): string {
  const scheme = /^[\u0000-\u0020]*([a-z][a-z0-9+.-]*):/i.exec(url)?.[1]?.toLowerCase();
  if (scheme === undefined) return /^[\u0000-\u0020]*[/\\]{2}/.test(url) ? "" : url;
  return ["http", "https", "mailto"].includes(scheme) ? url : "";
}

class OverBudget extends Error {}

class Budget {
  spent = 0;
  constructor(private readonly max: number) {}

  spend(work: number): void {
    this.spent += work;
    if (this.spent > this.max) throw new OverBudget();
  }
}

type Env = { budget: Budget; mentions: ReadonlySet<string> };

const markdown = new MarkdownIt({ html: false, linkify: false, typographer: false });
const { escapeHtml, lib } = markdown.utils;
const { block, core, inline, renderer } = markdown;

markdown.normalizeLink = (url) => lib.mdurl.encode(safeUrl(url));
markdown.normalizeLinkText = (url) => url;
markdown.validateLink = (url) => url !== "";

// These two rules run first for every token that the parser tries, and match nothing.
block.ruler.before("table", "budget", chargeBlock, { alt: ["paragraph", "reference", "blockquote", "list"] });
inline.ruler.before("text", "budget", chargeInline);
// The parser repeatedly asks a cache where a token ends.
const skipToken = inline.skipToken.bind(inline);
inline.skipToken = (state) => {
  budgetOf(state).spend(1);
  skipToken(state);
};
inline.ruler.before("newline", "web_link", linkWebAddress);
core.ruler.push("finish", finish);

function budgetOf(state: { env: object }): Budget {
  return (state.env as Env).budget;
}

function chargeBlock(state: StateBlock, line: number, endLine: number, silent: boolean): boolean {
  const budget = budgetOf(state);
  budget.spend(silent ? 1 : 3);
  if (silent) return false;
  if (state.level >= MAX_DEPTH) throw new OverBudget();
  // A table creates a cell for every column in every row, even a short one.
  if (line + 1 >= endLine) return false;
  const columns = countColumns(state.src, state.bMarks[line + 1] ?? 0, state.eMarks[line + 1] ?? 0);
  for (let row = line + 2; columns > 0 && row < endLine && !state.isEmpty(row); row += 1) budget.spend(2 * columns);
  return false;
}

/** Count the columns that a table has whose delimiter row this is; 0 if it is none. */
function countColumns(text: string, from: number, to: number): number {
  let pipes = 0;
  for (let at = from; at < to; at += 1) {
    const char = text[at];
    if (char === "|") pipes += 1;
    else if (char !== "-" && char !== ":" && char !== " " && char !== "\t" && char !== ">") return 0;
  }
  return pipes === 0 ? 0 : pipes + 1;
}

function chargeInline(state: StateInline): boolean {
  budgetOf(state).spend(1);
  if (state.level >= MAX_DEPTH) throw new OverBudget();
  return false;
}

/** Link http:// and https:// URLs. Inline rule at the colon. */
function linkWebAddress(state: StateInline, silent: boolean): boolean {
  const { src, pos, posMax, pending } = state;
  // The types lack this member.
  const { linkLevel } = state as StateInline & { linkLevel: number };
  if (src[pos] !== ":" || src[pos + 1] !== "/" || src[pos + 2] !== "/" || linkLevel > 0) return false;
  const scheme = /(?:^|[^A-Za-z0-9])(https?)$/i.exec(src.slice(Math.max(0, pos - 6), pos))?.[1];
  if (scheme === undefined || (!silent && pending.length < scheme.length)) return false;
  let end = pos + 3;
  while (end < posMax && !/[\s<[\]]/.test(src[end] ?? "")) end += 1;
  end = trimAddress(src, pos + 3, end);
  if (end === pos + 3) return false;
  if (!silent) {
    state.pending = pending.slice(0, -scheme.length);
    const address = src.slice(pos - scheme.length, end);
    state.push("link_open", "a", 1).attrs = [["href", markdown.normalizeLink(address)]];
    state.push("text", "", 0).content = address;
    state.push("link_close", "a", -1);
  }
  state.pos = end;
  return true;
}

/** Return where a URL ends: excludes trailing punctuation and an unmatched closing bracket. */
function trimAddress(text: string, start: number, end: number): number {
  let unopened = 0;
  for (let at = start; at < end; at += 1) unopened += text[at] === ")" ? 1 : text[at] === "(" ? -1 : 0;
  while (end > start) {
    const last = text[end - 1] ?? "";
    if (last === ")" && unopened > 0) unopened -= 1;
    else if (!"?!.,:;*_~'\"".includes(last)) break;
    end -= 1;
  }
  return end;
}

/** Core rule after parsing: charge the output, demote headings, mark tasks, align cells, link mentions and URLs. */
function finish(state: StateCore): void {
  const { budget, mentions } = state.env as Env;
  const lists: Token[] = [];
  state.tokens.forEach((token, at) => {
    budget.spend(1);
    if (/_list_open$/.test(token.type)) lists.push(token);
    else if (/_list_close$/.test(token.type)) lists.pop();
    else if (token.type === "heading_open" || token.type === "heading_close") {
      // The page has its own h1.
      token.tag = `h${Math.min(Number(token.tag.slice(1)) + 1, 6)}`;
    } else if (token.type === "th_open" || token.type === "td_open") {
      const align = /center|right/.exec(String(token.attrGet("style")))?.[0];
      token.attrs = align === undefined ? null : [["class", align === "center" ? "text-center" : "text-end"]];
    } else if (token.type === "inline") {
      const item = state.tokens[at - 2];
      const children = finishInline(state, token.children ?? [], mentions, budget);
      if (item?.type === "list_item_open") markTask(state, children, item, lists.at(-1));
      token.children = children;
    }
  });
}

/** Turn [x] at the start of a list item into a mark. */
function markTask(state: StateCore, children: Token[], item: Token, list: Token | undefined): void {
  const first = children[0];
  const box = first?.type === "text" ? /^\[([ xX])\][ \t]/.exec(first.content)?.[1] : undefined;
  if (first === undefined || box === undefined) return;
  first.content = first.content.slice(3);
  const mark = new state.Token("task", "", 0);
  mark.content = box === " " ? "☐" : "☑";
  children.unshift(mark);
  item.attrSet("class", "task-list-item");
  list?.attrSet("class", "contains-task-list");
}

/** Charge inline tokens, drop links without a URL, and link mentions and URLs outside links. */
function finishInline(state: StateCore, tokens: readonly Token[], mentions: ReadonlySet<string>, budget: Budget): Token[] {
  const finished: Token[] = [];
  let isInLink = false;
  let isDropped = false;
  for (const token of tokens) {
    if (token.level >= MAX_DEPTH) throw new OverBudget();
    budget.spend(1);
    // A reference repeats the URL and title of its definition.
    for (const [, value] of token.attrs ?? []) budget.spend(1 + (String(value).length >> 3));
    if (token.type === "link_open") {
      isInLink = true;
      isDropped = token.attrGet("href") === "";
    } else if (token.type === "link_close") {
      isInLink = false;
      if (isDropped) continue;
    }
    if (token.type === "link_open" && isDropped) continue;
    if (token.type === "text" && !isInLink) linkText(state, token.content, mentions, budget, finished);
    else finished.push(token);
  }
  return finished;
}

const MENTION = /@([A-Za-z0-9](?:-?[A-Za-z0-9])*)(?![\w@])/y;
const DOMAIN = /[A-Za-z0-9_-]+(?:\.[A-Za-z0-9_-]+)+/y;

/** Append text with links for mentions, mail addresses and www. URLs. Reads each character a few times. */
function linkText(state: StateCore, text: string, mentions: ReadonlySet<string>, budget: Budget, tokens: Token[]): void {
  let copied = 0;
  const push = (type: string, content: string) => {
    const token = new state.Token(type, type === "text" ? "" : "a", type === "text" ? 0 : type === "link_open" ? 1 : -1);
    token.content = content;
    tokens.push(token);
    return token;
  };
  const link = (from: number, to: number, address: string) => {
    budget.spend(4);
    if (from > copied) push("text", text.slice(copied, from));
    push("link_open", "").attrs = [["href", markdown.normalizeLink(address)]];
    push("text", text.slice(from, to));
    push("link_close", "");
    copied = to;
  };

  for (const { index: at, 0: sign } of text.matchAll(/@|www\./gi)) {
    if (at < copied) continue;
    const before = text[at - 1] ?? "";
    if (sign !== "@") {
      if (!/^[\s*_~(]?$/.test(before)) continue;
      let end = at;
      while (end < text.length && !/[\s<]/.test(text[end] ?? "")) end += 1;
      end = trimAddress(text, at, end);
      if (end > at + 4) link(at, end, `http://${text.slice(at, end)}`);
      continue;
    }
    MENTION.lastIndex = at;
    const handle = /[\w./\\-]/.test(before) ? undefined : MENTION.exec(text)?.[1];
    if (handle !== undefined) {
      const known = handle.toLowerCase();
      if (mentions.has(known)) link(at, at + 1 + handle.length, `/makers/${known}`);
      continue;
    }
    let start = at;
    while (start > copied && /[\w.+-]/.test(text[start - 1] ?? "")) start -= 1;
    DOMAIN.lastIndex = at + 1;
    const domain = start < at ? DOMAIN.exec(text)?.[0] : undefined;
    if (domain === undefined || /[_-]$/.test(domain)) continue;
    const end = at + 1 + domain.length;
    link(start, end, `mailto:${text.slice(start, end)}`);
  }
  if (copied < text.length) push("text", text.slice(copied));
}

Object.assign(renderer.rules, {
  link_open: (tokens, at) => `<a${renderer.renderAttrs(tokens[at] as Token)} rel="nofollow ugc noopener">`,
  image: (tokens, at, options, env) => {
    const token = tokens[at] as Token;
    const source = String(token.attrGet("src"));
    const alt = escapeHtml(renderer.renderInlineAsText(token.children ?? [], options, env));
    if (!source.startsWith("https://")) return `<span>${alt}</span>`;
    const title = token.attrGet("title");
    return (
      `<img src="${escapeHtml(source)}" alt="${alt}"${title === null ? "" : ` title="${escapeHtml(String(title))}"`}` +
      ' loading="lazy" decoding="async" referrerpolicy="no-referrer">'
    );
  },
  task: (tokens, at) => `<span class="me-1.5 font-mono">${tokens[at]?.content}</span>`,
  fence: renderCode,
  code_block: renderCode,
  table_open: () => '<div tabindex="0" class="overflow-x-auto"><table>\n',
  table_close: () => "</table></div>\n",
} satisfies Record<string, RenderRule>);

function renderCode(tokens: Token[], at: number): string {
  return `<pre tabindex="0"><code>${escapeHtml(tokens[at]?.content ?? "")}</code></pre>\n`;
}
