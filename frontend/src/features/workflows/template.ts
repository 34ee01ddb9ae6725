/**
 * Template language and rendering, as specified in docs/workflow-format.md and implemented by the API
 * (service/features/workflows/documents/template.py, values.py, render.py). `template.vectors.json` tests both.
 *
 * Pure functions without dependencies, for server and browser.
 *
 *   const { parts, mistakes, names } = parseTemplate("Hi {{name}}");
 *   parts    → [{kind: "text", text: "Hi ", …}, {kind: "slot", name: "name", …}]
 *   mistakes → [{code: "unclosed_slot" | "empty_slot" | "bad_name", …}]
 *   names    → Map of every name to the offset of its first slot
 *
 * `offset` counts code points, as the API's findings do; `index` counts UTF-16 units, as `slice`, textareas and
 * selections do.
 */

export const NAME_LENGTH = 50;
/** Code points per input or answer. */
export const MAX_INPUT = 100_000;
/** Code points of all rendered steps together. */
export const MAX_RENDERED = 2_000_000;
const MAX_NUMBER = 100;

export type Scalar = string | number | boolean;

/** The parts of a variable that rendering uses; the API's `Variable` fits. */
export interface VariableLike {
  name: string;
  type?: "text" | "long_text" | "number" | "choice" | "boolean";
  required?: boolean;
  default?: string | null;
  choices?: readonly string[];
}

/** The parts of a step that rendering uses; the API's `Step` fits. */
export interface StepLike {
  key: string;
  template?: string;
  output?: string | null;
}

export interface ContentLike<S extends StepLike = StepLike> {
  variables?: readonly VariableLike[];
  steps?: readonly S[];
}

interface Place {
  /** Source text in the template. */
  source: string;
  /** Position in code points. */
  offset: number;
  /** Position in UTF-16 units. */
  index: number;
}

/** Literal text; `text` has escapes resolved. */
export interface TextPart extends Place {
  kind: "text";
  text: string;
}

/** A slot for the value of `name`; starts at its first opening brace. */
export interface SlotPart extends Place {
  kind: "slot";
  name: string;
}

export type Part = TextPart | SlotPart;

export type MistakeCode = "unclosed_slot" | "empty_slot" | "bad_name";

/** Braces that open no slot and stay as text; positioned at the two opening braces. */
export interface Mistake {
  code: MistakeCode;
  offset: number;
  index: number;
  /** Text between the braces, if they close. */
  inner: string;
}

export interface Template {
  /** Texts and slots in order; no adjacent or empty texts. The joined sources are the template. */
  parts: Part[];
  mistakes: Mistake[];
  /** Names with the offset (code points) of their first slot, in order of appearance. */
  names: Map<string, number>;
}

/** Parse a template in one pass. Never fails. */
export function parseTemplate(source: string): Template {
  const parts: Part[] = [];
  const mistakes: Mistake[] = [];
  const names = new Map<string, number>();
  const offsetOf = counter(source);
  const mistakeAt = counter(source);
  let text = ""; // literal text since `begin`
  let begin = 0;
  let copied = 0;

  const endText = (at: number) => {
    if (at > begin) {
      parts.push({ kind: "text", text, source: source.slice(begin, at), offset: offsetOf(begin), index: begin });
      text = "";
    }
  };

  const braces = /\{{2,}/g;
  const slot = /[ \t]*([A-Za-z][A-Za-z0-9_]*)[ \t]*\}\}/y;
  for (let run = braces.exec(source); run !== null; run = braces.exec(source)) {
    const start = run.index;
    const end = start + run[0].length;
    let slashes = start;
    while (slashes > copied && source[slashes - 1] === "\\") slashes -= 1;
    const count = start - slashes;
    text += source.slice(copied, slashes) + "\\".repeat(count >> 1);
    copied = start;
    if (count % 2 === 1) {
      text += run[0];
      copied = end;
      continue;
    }
    slot.lastIndex = end;
    const name = slot.exec(source)?.[1];
    if (name === undefined || name.length > NAME_LENGTH) {
      mistakes.push({ ...mistake(source, end), offset: mistakeAt(end - 2) });
      text += run[0];
      copied = end;
      continue;
    }
    text += source.slice(start, end - 2);
    endText(end - 2);
    begin = copied = slot.lastIndex;
    const offset = offsetOf(end - 2);
    parts.push({ kind: "slot", name, source: source.slice(end - 2, begin), offset, index: end - 2 });
    if (!names.has(name)) names.set(name, offset);
  }
  text += source.slice(copied);
  endText(source.length);
  return { parts, mistakes, names };
}

function mistake(source: string, inside: number): Omit<Mistake, "offset"> {
  const stops = /\}\}|\{\{|\n/g;
  stops.lastIndex = inside;
  const stop = stops.exec(source);
  const index = inside - 2;
  if (stop?.[0] !== "}}") return { code: "unclosed_slot", index, inner: "" };
  let from = inside;
  let to = stop.index;
  // A regular expression ending in `$` would be quadratic in the spaces between two words.
  while (from < to && isBlank(source[from])) from += 1;
  while (to > from && isBlank(source[to - 1])) to -= 1;
  const inner = source.slice(from, to);
  return { code: inner ? "bad_name" : "empty_slot", index, inner };
}

function isBlank(character: string | undefined): boolean {
  return character === " " || character === "\t";
}

/** Convert UTF-16 indexes to code points, for non-decreasing indexes. */
function counter(source: string): (index: number) => number {
  let at = 0;
  let points = 0;
  return (index) => {
    points += codePoints(source, at, index);
    at = index;
    return points;
  };
}

/** Count the code points between two UTF-16 indexes. */
export function codePoints(text: string, from = 0, to = text.length): number {
  let count = 0;
  for (let at = from; at < to; at += 1) {
    const unit = text.charCodeAt(at);
    if (unit >= 0xd800 && unit < 0xdc00 && at + 1 < to && (text.charCodeAt(at + 1) & 0xfc00) === 0xdc00) at += 1;
    count += 1;
  }
  return count;
}

/** Convert a code point offset of the API to a UTF-16 index. */
export function indexOfOffset(text: string, offset: number): number {
  let index = 0;
  for (let left = offset; left > 0 && index < text.length; left -= 1) {
    index += (text.codePointAt(index) ?? 0) > 0xffff ? 2 : 1;
  }
  return index;
}

export type ProblemCode =
  | "required"
  | "wrong_type"
  | "line_break"
  | "unknown_choice"
  | "too_long"
  | "unknown_name";

/** A problem of a value. `name` is null if it concerns all values together. */
export interface Problem {
  where: "inputs" | "outputs";
  name: string | null;
  code: ProblemCode;
}

const NUMBER = /^-?(0|[1-9][0-9]*)(\.[0-9]+)?([eE][+-]?[0-9]+)?$/;

/** Return a value as text, or its problem. `undefined` uses the default. */
export function textOf(variable: VariableLike, given: Scalar | undefined): { text: string } | { code: ProblemCode } {
  const value = given ?? variable.default ?? undefined;
  const required = variable.required ?? true;
  if (value === undefined) return required ? { code: "required" } : { text: "" };
  if (value === "") return required ? { code: "required" } : { text: "" };
  if (typeof value === "string" && longer(value, MAX_INPUT)) return { code: "too_long" };
  const type = variable.type ?? "text";
  if (type === "number") {
    if (typeof value === "number" && Number.isFinite(value)) return { text: digits(value) };
    const fits = typeof value === "string" && value.length <= MAX_NUMBER && NUMBER.test(value);
    return fits ? { text: value } : { code: "wrong_type" };
  }
  if (type === "boolean") {
    const text = typeof value === "boolean" ? String(value) : value;
    return text === "true" || text === "false" ? { text } : { code: "wrong_type" };
  }
  if (typeof value !== "string") return { code: "wrong_type" };
  if (type === "choice" && !(variable.choices ?? []).includes(value)) return { code: "unknown_choice" };
  if (type === "text" && /[\r\n]/.test(value)) return { code: "line_break" };
  return { text: value };
}

/** Format a number as the API does: shortest digits, in Python's notation. */
function digits(value: number): string {
  if (Number.isInteger(value) && Math.abs(value) < 1e21) return String(value);
  const [mantissa = "", exponent = ""] = value.toExponential().split("e");
  const power = Number(exponent);
  if (power >= -4 && power < 16) return String(value);
  return `${mantissa}e${power < 0 ? "-" : "+"}${String(Math.abs(power)).padStart(2, "0")}`;
}

function longer(text: string, limit: number): boolean {
  return text.length > limit && codePoints(text) > limit;
}

/**
 * A piece of a step's text. `slot` is a missing answer (⟦name⟧), `missing` a field without a valid value; the API
 * rejects both.
 */
export interface Segment {
  kind: "text" | "value" | "slot" | "missing";
  text: string;
  name?: string;
}

export interface RenderedStep<S extends StepLike = StepLike> {
  step: S;
  /** All segments, joined. */
  text: string;
  segments: Segment[];
  /** Missing answers of earlier steps, in order of appearance. */
  waitingFor: string[];
  /** Fields without a valid value, in order of appearance. */
  missing: string[];
}

export interface Rendered<S extends StepLike = StepLike> {
  steps: RenderedStep<S>[];
  /** Empty if and only if the API renders the same values. */
  problems: Problem[];
}

/** Placeholder of a missing answer. */
export function mark(name: string): string {
  return `⟦${name}⟧`;
}

const parsed = new WeakMap<StepLike, { template: string; parts: Part[] }>();

function partsOf(step: StepLike): Part[] {
  const template = step.template ?? "";
  const known = parsed.get(step);
  if (known?.template === template) return known.parts;
  const { parts } = parseTemplate(template);
  parsed.set(step, { template, parts });
  return parts;
}

/**
 * Render every step. Missing and invalid values appear as marks, so that the text can be shown while typing. Without
 * `problems`, the texts equal those of the API's POST …/render.
 */
export function render<S extends StepLike>(
  content: ContentLike<S>,
  inputs: Readonly<Record<string, Scalar | undefined>> = {},
  outputs: Readonly<Record<string, string | undefined>> = {},
): Rendered<S> {
  const variables = content.variables ?? [];
  const steps = content.steps ?? [];
  const problems: Problem[] = [];
  const values = new Map<string, string>();
  const bad = new Set<string>();

  const made = new Set(steps.flatMap((step) => (step.output ? [step.output] : [])));
  for (const [name, text] of Object.entries(outputs)) {
    if (text === undefined) continue;
    if (!made.has(name)) problems.push({ where: "outputs", name, code: "unknown_name" });
    else if (longer(text, MAX_INPUT)) problems.push({ where: "outputs", name, code: "too_long" });
    else values.set(name, text);
  }
  const declared = new Set<string>();
  for (const variable of variables) {
    declared.add(variable.name);
    const given = Object.hasOwn(inputs, variable.name) ? inputs[variable.name] : undefined;
    const result = textOf(variable, given);
    if ("text" in result) {
      values.set(variable.name, result.text);
    } else {
      problems.push({ where: "inputs", name: variable.name, code: result.code });
      values.delete(variable.name);
      bad.add(variable.name);
    }
  }
  for (const [name, value] of Object.entries(inputs)) {
    if (value !== undefined && !declared.has(name)) problems.push({ where: "inputs", name, code: "unknown_name" });
  }

  if (tooMuch(steps, values)) {
    problems.push({ where: "inputs", name: null, code: "too_long" });
    values.clear();
  }

  const rendered = steps.map((step): RenderedStep<S> => {
    const waitingFor = new Set<string>();
    const missing = new Set<string>();
    const segments = partsOf(step).map((part): Segment => {
      if (part.kind === "text") return { kind: "text", text: part.text };
      const value = values.get(part.name);
      if (value !== undefined) return { kind: "value", text: value, name: part.name };
      if (bad.has(part.name) || declared.has(part.name)) {
        missing.add(part.name);
        return { kind: "missing", text: `{{${part.name}}}`, name: part.name };
      }
      waitingFor.add(part.name);
      return { kind: "slot", text: mark(part.name), name: part.name };
    });
    const text = segments.map((segment) => segment.text).join("");
    return { step, text, segments, waitingFor: [...waitingFor], missing: [...missing] };
  });
  return { steps: rendered, problems };
}

function tooMuch(steps: readonly StepLike[], values: ReadonlyMap<string, string>): boolean {
  const lengths = new Map<string, number>();
  for (const [name, value] of values) lengths.set(name, codePoints(value));
  let total = 0;
  for (const step of steps) {
    for (const part of partsOf(step)) {
      if (part.kind === "text") total += codePoints(part.text);
      else total += lengths.get(part.name) ?? codePoints(part.source);
    }
  }
  return total > MAX_RENDERED;
}
