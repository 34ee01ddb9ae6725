import type { components } from "@/lib/api/schema";
import { parseTemplate, type Problem, type RenderedStep, textOf } from "./template";

export type Content = components["schemas"]["Content"];
export type Step = components["schemas"]["Step"];
export type Variable = components["schemas"]["Variable"];

/** What somebody filled in, of the variables they touched; kept in the browser. */
export interface Filled {
  inputs: Record<string, string>;
  outputs: Record<string, string>;
}

export const NOTHING: Filled = { inputs: {}, outputs: {} };

/** What is left of that for this content: another version may ask for other things. */
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

/** How many later steps use what a step makes. */
export function readersOf(content: Content, output: string): number {
  return content.steps.filter((step) => parseTemplate(step.template).names.has(output)).length;
}

/** All steps as one text to be copied. */
export function joinSteps(steps: readonly Pick<RenderedStep<Step>, "step" | "text">[]): string {
  if (steps.length === 1) return steps[0]?.text ?? "";
  return steps.map(({ step, text }, at) => `${at + 1}. ${step.title}\n\n${text}`).join("\n\n\n");
}

/** Places that are still open in what would be copied. */
export function countOpenFields(steps: readonly Pick<RenderedStep, "missing" | "waitingFor">[]): number {
  return new Set(steps.flatMap(({ missing, waitingFor }) => [...missing, ...waitingFor])).size;
}

/** The message for what is wrong with a variable's value, of the namespace `workflow_run`. */
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
