import type { components } from "@/lib/api/schema";
import { parseTemplate, type Problem, type RenderedStep, textOf } from "./template";

export type Content = components["schemas"]["Document"];
export type Step = components["schemas"]["Step"];
export type Variable = components["schemas"]["Variable"];

/** Input of touched fields and answers; stored in the browser. */
export interface Filled {
  inputs: Record<string, string>;
  outputs: Record<string, string>;
}

export const NOTHING: Filled = { inputs: {}, outputs: {} };

/** Keep only what fits this content; another version may have other fields. */
export function fitting(filled: Filled, content: Content): Filled {
  const inputs: Record<string, string> = {};
  for (const variable of content.variables) {
    const value = Object.hasOwn(filled.inputs, variable.name) ? filled.inputs[variable.name] : undefined;
    if (value === undefined) continue;
    const result = textOf(variable, value);
    const isGone = "code" in result && (result.code === "unknown_choice" || isOtherChoice(variable, value));
    if (!isGone) inputs[variable.name] = value;
  }
  const outputs: Record<string, string> = {};
  for (const { output } of content.steps) {
    const value = output !== null && Object.hasOwn(filled.outputs, output) ? filled.outputs[output] : undefined;
    if (output !== null && value) outputs[output] = value;
  }
  return { inputs, outputs };
}

function isOtherChoice(variable: Variable, value: string): boolean {
  return variable.type === "boolean" && value !== "";
}

export function isFilled(filled: Filled): boolean {
  return Object.keys(filled.inputs).length > 0 || Object.keys(filled.outputs).length > 0;
}

/** Count the steps that use an answer. */
export function readersOf(content: Content, output: string): number {
  return content.steps.filter((step) => parseTemplate(step.template).names.has(output)).length;
}

/** Join all steps as one text to copy. */
export function joinSteps(steps: readonly Pick<RenderedStep<Step>, "step" | "text">[]): string {
  if (steps.length === 1) return steps[0]?.text ?? "";
  return steps.map(({ step, text }, at) => `${at + 1}. ${step.title}\n\n${text}`).join("\n\n\n");
}

/** Count the empty fields in what would be copied. */
export function countOpenFields(steps: readonly Pick<RenderedStep, "missing" | "waitingFor">[]): number {
  return new Set(steps.flatMap(({ missing, waitingFor }) => [...missing, ...waitingFor])).size;
}

/** Return the message key of an invalid value, in the namespace `workflow_run`. */
export function problemKey(problem: Problem, variable: Variable) {
  if (problem.code === "wrong_type" && variable.type === "number") return "problem.wrong_type_number" as const;
  if (problem.code === "wrong_type" && variable.type === "boolean") return "problem.wrong_type_boolean" as const;
  switch (problem.code) {
    case "required":
      return "problem.required" as const;
    case "line_break":
      return "problem.line_break" as const;
    case "unknown_choice":
      return "problem.unknown_choice" as const;
    case "too_long":
      return "problem.too_long" as const;
    default:
      return "problem.wrong_type" as const;
  }
}
