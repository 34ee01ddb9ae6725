import { codePoints, parseTemplate, textOf } from "@/features/workflows/template";
import { type Content, isKey, isName, isParameter, LIMITS, type Step, type Variable } from "./content";

/**
 * Client-side version of service/features/workflows/documents/check.py. Checks that only the service can do (tools of
 * the catalogue, secrets) come with the draft's responses: see problems.ts.
 */
export interface Finding {
  /** A JSON pointer into the content. */
  pointer: string;
  code: string;
  severity: "error" | "warning";
  /** Code points into the text of the pointer. */
  offset: number | null;
  /** Values for the message. */
  values: Record<string, string | number>;
  /** The service's message, for codes without one here. */
  message?: string;
}

/** Codes that `check` finds; the service's findings with these codes are not repeated. */
export const LOCAL: ReadonlySet<string> = new Set([
  "no_steps",
  "too_many",
  "too_long",
  "bad_name",
  "duplicate_name",
  "duplicate_output",
  "choices_missing",
  "empty_choice",
  "duplicate_choice",
  "bad_default",
  "bad_key",
  "duplicate_key",
  "empty_title",
  "empty_template",
  "bad_parameter",
  "undeclared_name",
  "output_too_early",
  "unclosed_slot",
  "empty_slot",
  "unused_variable",
  "choices_unused",
  "bad_example",
]);

type Add = (pointer: string, code: string, values?: Finding["values"], more?: Partial<Finding>) => void;

const WARNING: Partial<Finding> = { severity: "warning" };

export function check(content: Content): Finding[] {
  const found: Finding[] = [];
  const add: Add = (pointer, code, values = {}, more = {}) =>
    found.push({ pointer, code, severity: "error", offset: null, values, ...more });

  if (content.steps.length === 0) add("/steps", "no_steps");
  if (content.steps.length > LIMITS.steps) add("/steps", "too_many", { max: LIMITS.steps });
  if (content.variables.length > LIMITS.variables) add("/variables", "too_many", { max: LIMITS.variables });
  const size = sizeOf(content);
  if (size > LIMITS.content) add("", "too_long", { max: LIMITS.content, size });

  const makers = new Map<string, number>();
  content.steps.forEach((step, at) => {
    if (step.output && !makers.has(step.output)) makers.set(step.output, at);
  });
  const templates = content.steps.map((step) => parseTemplate(step.template));
  const used = new Set(templates.flatMap((template) => [...template.names.keys()]));

  const declared = new Set<string>();
  content.variables.forEach((variable, at) => {
    checkVariable(add, `/variables/${at}`, variable, declared);
    if (variable.name && !used.has(variable.name) && !declared.has(variable.name)) {
      add(`/variables/${at}/name`, "unused_variable", { name: variable.name }, WARNING);
    }
    declared.add(variable.name);
  });

  const keys = new Set<string>();
  const outputs = new Set<string>();
  content.steps.forEach((step, at) => {
    const pointer = `/steps/${at}`;
    checkStep(add, pointer, step, keys);
    const places: { offset: number; code: string; values: Finding["values"] }[] = [];
    const template = templates[at];
    for (const mistake of template?.mistakes ?? []) {
      places.push({ offset: mistake.offset, code: mistake.code, values: { inner: mistake.inner } });
    }
    for (const [name, offset] of template?.names ?? []) {
      if (declared.has(name)) continue;
      const maker = makers.get(name);
      if (maker === undefined) places.push({ offset, code: "undeclared_name", values: { name } });
      else if (maker >= at) {
        const values = { name, own: String(maker === at), step: content.steps[maker]?.title || maker + 1 };
        places.push({ offset, code: "output_too_early", values });
      }
    }
    places.sort((a, b) => a.offset - b.offset);
    for (const { offset, code, values } of places) add(`${pointer}/template`, code, values, { offset });
    if (step.output !== null) {
      if (!isName(step.output)) add(`${pointer}/output`, "bad_name", { inner: step.output });
      else if (outputs.has(step.output)) add(`${pointer}/output`, "duplicate_output", { name: step.output });
      else if (declared.has(step.output)) add(`${pointer}/output`, "duplicate_name", { name: step.output });
      outputs.add(step.output);
    }
  });
  return found;
}

function checkVariable(add: Add, pointer: string, variable: Variable, declared: ReadonlySet<string>): void {
  const { name } = variable;
  if (!isName(name)) add(`${pointer}/name`, "bad_name", { inner: name });
  else if (declared.has(name)) add(`${pointer}/name`, "duplicate_name", { name });
  if (variable.type !== "choice") {
    if (variable.choices.length > 0) add(`${pointer}/choices`, "choices_unused", { name }, WARNING);
  } else {
    if (variable.choices.length === 0) add(`${pointer}/choices`, "choices_missing", { name });
    if (variable.choices.length > LIMITS.choices) add(`${pointer}/choices`, "too_many", { max: LIMITS.choices });
    const seen = new Set<string>();
    variable.choices.forEach((choice, at) => {
      if (!choice.trim()) add(`${pointer}/choices/${at}`, "empty_choice", { name });
      else if (seen.has(choice)) add(`${pointer}/choices/${at}`, "duplicate_choice", { name, choice });
      seen.add(choice);
    });
  }
  const fits = (value: string): boolean => "text" in textOf({ ...variable, default: null }, value);
  if (variable.default !== null && !fits(variable.default)) {
    add(`${pointer}/default`, "bad_default", { name, type: variable.type, empty: String(variable.default === "") });
  }
  if (variable.example && !fits(variable.example)) {
    add(`${pointer}/example`, "bad_example", { name, type: variable.type }, WARNING);
  }
}

function checkStep(add: Add, pointer: string, step: Step, keys: Set<string>): void {
  if (!isKey(step.key)) add(`${pointer}/key`, "bad_key", { key: step.key });
  else if (keys.has(step.key)) add(`${pointer}/key`, "duplicate_key", { key: step.key });
  keys.add(step.key);
  if (!step.title.trim()) add(`${pointer}/title`, "empty_title");
  const parameters = Object.keys(step.parameters);
  if (parameters.length > LIMITS.parameters) add(`${pointer}/parameters`, "too_many", { max: LIMITS.parameters });
  for (const name of parameters) {
    if (!isParameter(name)) add(`${pointer}/parameters/${escaped(name)}`, "bad_parameter", { name });
  }
  if (!step.template.trim()) add(`${pointer}/template`, "empty_template");
  if (step.template.length > LIMITS.template && codePoints(step.template) > LIMITS.template) {
    add(`${pointer}/template`, "too_long", { max: LIMITS.template, size: codePoints(step.template) });
  }
}

/** Escape a name as a token of a JSON pointer (RFC 6901 §3). */
export function escaped(name: string): string {
  return name.replaceAll("~", "~0").replaceAll("/", "~1");
}

/** Return the number of characters of all texts, as the content limit counts them. */
export function sizeOf(content: Content): number {
  let size = 0;
  const add = (text: string | null) => {
    if (text) size += codePoints(text);
  };
  for (const variable of content.variables) {
    for (const text of [variable.name, variable.label, variable.description, variable.default, variable.example]) add(text);
    variable.choices.forEach(add);
  }
  for (const step of content.steps) {
    for (const text of [step.key, step.title, step.template, step.tool, step.model, step.output]) add(text);
    for (const [name, value] of Object.entries(step.parameters)) {
      add(name);
      add(String(value));
    }
  }
  return size;
}
