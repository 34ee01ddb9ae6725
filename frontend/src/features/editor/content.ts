import type { components } from "@/lib/api/schema";
import { slugify } from "@/lib/slug";

/** Content of a workflow, as in the API; see docs/workflow-format.md. */
export type Content = components["schemas"]["Document"];
export type Step = components["schemas"]["Step"];
export type Variable = components["schemas"]["Variable"];
export type Draft = components["schemas"]["Draft"];
export type VariableType = Variable["type"];
export type Scalar = string | number | boolean;

export const LIMITS = {
  steps: 50,
  variables: 100,
  template: 20_000,
  content: 200_000,
  choices: 50,
  choice: 200,
  parameters: 20,
  parameter: 1_000,
  title: 120,
  summary: 300,
  description: 1_000,
  value: 5_000,
  name: 50,
  key: 60,
  tool: 80,
  model: 120,
  changelog: 2_000,
} as const;

const NAME = /^[A-Za-z][A-Za-z0-9_]{0,49}$/;
const KEY = /^[a-z0-9]([-_]?[a-z0-9])*$/;
const PARAMETER = /^[A-Za-z][A-Za-z0-9_.-]{0,59}$/;

/** Whether a field or answer can have this name. */
export function isName(name: string): boolean {
  return NAME.test(name);
}

export function isKey(key: string): boolean {
  return key.length <= LIMITS.key && KEY.test(key);
}

export function isParameter(name: string): boolean {
  return PARAMETER.test(name);
}

export function newStep(key: string, fields: Partial<Step> = {}): Step {
  return {
    kind: "prompt",
    title: "",
    template: "",
    tool: null,
    model: null,
    parameters: {},
    output: null,
    ...fields,
    key,
  };
}

export function newVariable(name: string, fields: Partial<Variable> = {}): Variable {
  return {
    type: "text",
    label: "",
    description: "",
    required: true,
    default: null,
    choices: [],
    example: null,
    ...fields,
    name,
  };
}

/** Derive an unused key from a title: "Outline it" → `outline-it`, then `outline-it-2`. */
export function keyFor(title: string, taken: Iterable<string>, fallback = "step"): string {
  const used = new Set(taken);
  const plain = slugify(title, 48);
  const base = plain || fallback;
  if (!used.has(base) && plain) return base;
  for (let number = plain ? 2 : 1; ; number++) {
    const key = `${base}-${number}`;
    if (!used.has(key)) return key;
  }
}

/** Serialise a value with sorted keys, for comparison. */
export function canonical(value: unknown): string {
  return JSON.stringify(value, (_, inner: unknown) =>
    inner !== null && typeof inner === "object" && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1)))
      : inner,
  );
}

export function same(one: unknown, other: unknown): boolean {
  return one === other || canonical(one) === canonical(other);
}
