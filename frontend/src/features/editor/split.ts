import { slugify } from "@/lib/slug";
import { wantedNames } from "./names";
import { isName, LIMITS } from "./content";

export interface SplitStep {
  title: string;
  template: string;
}

export interface Split {
  steps: SplitStep[];
  /** Names in the templates that need fields. */
  names: string[];
  /** Number of placeholders in other brackets, such as `[topic]`. */
  brackets: number;
}

/**
 * Split a pasted prompt into steps, at the first kind of separator that occurs at least twice (once for a title that
 * says "Step"):
 *
 * 1. lines that say "Step 2", "Stap 2:", "## Step 2 – Outline", "**Prompt 2**"
 * 2. Markdown headings of the highest repeated level; a single numbered heading counts, too
 * 3. rules: `---`, `***`, `===` on a line of their own
 * 4. a list numbered 1., 2., 3. at the start of lines
 *
 * Fenced code is never split. Text before the first separator becomes the start of the first step.
 */
export function split(text: string, options: { brackets?: boolean } = {}): Split {
  const source = text.replace(/\r\n?/g, "\n");
  const found = pieces(source);
  let brackets = 0;
  const steps = found.map((piece, at) => {
    const { template, count } = withSlots(piece.template.trim(), options.brackets ?? false);
    brackets += count;
    return { title: cut(piece.title) || titleOf(piece.template) || `Step ${at + 1}`, template };
  });
  return { steps, names: wantedNames(steps.map((step) => ({ ...step, output: null }))), brackets };
}

interface Line {
  text: string;
  /** Inside a code fence: not a heading. */
  code: boolean;
}

const STEP = /^(?:#{1,6}\s+)?(?:[*_]{1,2})?(?:step|prompt|stap|phase|fase|part|deel)\s+(?:#\s*)?(?:\d{1,3}|one|two|three|four|five|six|seven|eight|nine|ten)\b(?:[*_]{1,2})?\s*(?:[.:)\-–—|]+\s*)?(.*)$/i;
const HEADING = /^(#{1,6})\s+(.+?)\s*#*$/;
const RULE = /^ {0,3}(?:-{3,}|\*{3,}|_{3,}|={3,})\s*$/;
const NUMBERED = /^(?:\*\*)?(\d{1,2})[.)]\s+(.*)$/;

function pieces(source: string): SplitStep[] {
  const lines = linesOf(source);
  if (!source.trim()) return [];
  return bySteps(lines) ?? byHeadings(lines) ?? byRules(lines) ?? byNumbers(lines) ?? [{ title: "", template: source }];
}

function linesOf(source: string): Line[] {
  let fence: string | null = null;
  return source.split("\n").map((text) => {
    const mark = /^ {0,3}(`{3,}|~{3,})/.exec(text)?.[1];
    const inside = fence !== null;
    if (mark && fence === null) fence = mark;
    else if (mark && fence !== null && mark.startsWith(fence)) fence = null;
    return { text, code: inside || mark !== undefined };
  });
}

function bySteps(lines: readonly Line[]): SplitStep[] | null {
  return at(lines, (line) => {
    const rest = STEP.exec(line)?.[1];
    if (rest === undefined) return null;
    const title = bare(rest);
    // A sentence such as "Step 2 is where you…" is not a heading.
    return title.length > 80 ? null : { title };
  }, 1);
}

function byHeadings(lines: readonly Line[]): SplitStep[] | null {
  for (let level = 1; level <= 6; level++) {
    const match = (line: string) => {
      const heading = HEADING.exec(line);
      return heading?.[1]?.length === level ? { title: bare(heading[2] ?? "").replace(/^\d{1,3}[.):]?\s+/, "") } : null;
    };
    const numbered = lines.filter((line) => !line.code && match(line.text) && /^#+\s+\d{1,3}[.):]?\s/.test(line.text));
    const found = at(lines, match, numbered.length === 1 ? 1 : 2);
    if (found) return found;
  }
  return null;
}

function byRules(lines: readonly Line[]): SplitStep[] | null {
  const groups: string[][] = [[]];
  for (const line of lines) {
    if (!line.code && RULE.test(line.text)) groups.push([]);
    else groups.at(-1)?.push(line.text);
  }
  const texts = groups.map((group) => group.join("\n")).filter((text) => text.trim());
  return groups.length > 1 && texts.length > 0 ? texts.map((template) => ({ title: "", template })) : null;
}

function byNumbers(lines: readonly Line[]): SplitStep[] | null {
  let next = 1;
  return at(lines, (line) => {
    const numbered = NUMBERED.exec(line);
    if (!numbered || Number(numbered[1]) !== next) return null;
    next += 1;
    // The text of the item is the prompt; a short first line of a longer one is its title.
    return { title: "", first: (numbered[2] ?? "").replace(/\*\*$/, "") };
  }, 2);
}

/** Return the pieces that start at lines accepted by `match`, if there are at least `least`. */
function at(
  lines: readonly Line[],
  match: (line: string) => { title: string; first?: string } | null,
  least: number,
): SplitStep[] | null {
  const found: { title: string; lines: string[] }[] = [];
  const before: string[] = [];
  for (const line of lines) {
    const begun = line.code ? null : match(line.text);
    if (begun) found.push({ title: begun.title, lines: begun.first === undefined ? [] : [begun.first] });
    else (found.at(-1)?.lines ?? before).push(line.text);
  }
  if (found.length < least) return null;
  const intro = before.join("\n").replace(/\n\s*(?:-{3,}|\*{3,}|_{3,})\s*$/, "").trim();
  return found.map((piece, place) => {
    let template = piece.lines.join("\n").replace(/\n {0,3}(?:-{3,}|\*{3,}|_{3,}|={3,})\s*$/, "").trim();
    // A heading without text is itself the prompt.
    if (!template) template = piece.title;
    return { title: piece.title, template: place === 0 && intro ? `${intro}\n\n${template}` : template };
  });
}

function bare(text: string): string {
  return text
    .trim()
    .replace(/^[*_`"“]+|[*_`"”:]+$/g, "")
    .trim();
}

/** Derive a title from the first words of a prompt. */
function titleOf(template: string): string {
  const line = template.split("\n").find((text) => text.trim()) ?? "";
  const words = bare(line.replace(/^[#>\-*\s]+/, "")).replace(/\{\{\s*(\w+)\s*\}\}/g, "$1");
  const sentence = /^.{3,60}?(?=[.:;!?](?:\s|$))/.exec(words)?.[0] ?? words;
  if (sentence.length <= 60) return sentence;
  return `${sentence.slice(0, 57).replace(/\s+\S*$/, "")}…`;
}

function cut(title: string): string {
  return [...title].slice(0, LIMITS.title).join("");
}

const BRACKETS = /\[([A-Za-z][A-Za-z0-9_ \-/]{0,40})\](?![(\[:])|(?<![{\\])\{([A-Za-z][A-Za-z0-9_ \-]{0,40})\}(?!\})/g;

/**
 * Convert other placeholders to slots: `{{first name}}` becomes `{{first_name}}`; with `brackets`, also `[topic]` and
 * `{topic}`, but not links, footnotes and check boxes.
 */
function withSlots(template: string, brackets: boolean): { template: string; count: number } {
  let count = 0;
  let result = template.replace(/(?<![{\\])\{\{[ \t]*([A-Za-z][^{}\n]{0,48}?)[ \t]*\}\}/g, (whole, inner: string) => {
    const name = nameOf(inner);
    return isName(inner) || !name ? whole : `{{${name}}}`;
  });
  result = result.replace(BRACKETS, (whole, square: string | undefined, curly: string | undefined) => {
    const inner = square ?? curly ?? "";
    const name = nameOf(inner);
    if (!name || (square !== undefined && /^x$/i.test(inner))) return whole;
    count += 1;
    return brackets ? `{{${name}}}` : whole;
  });
  return { template: result, count };
}

/** Derive a name from words: "Target audience" → `target_audience`; null if impossible. */
export function nameOf(words: string): string | null {
  const name = slugify(words, LIMITS.name, "_");
  return isName(name) ? name : null;
}
