import { parseTemplate } from "@/features/workflows/template";
import type { Step } from "./content";

/** Rename slots in a template and keep everything else unchanged. */
export function renameSlots(template: string, from: string, to: string): string {
  if (!template.includes(from)) return template;
  return parseTemplate(template)
    .parts.map((part) => (part.kind === "slot" && part.name === from ? part.source.replace(from, () => to) : part.source))
    .join("");
}

/** Return the names in the templates that no step's answer has: candidates for fields. */
export function wantedNames(steps: readonly Pick<Step, "template" | "output">[]): string[] {
  const made = new Set(steps.map((step) => step.output));
  const names = new Set(steps.flatMap((step) => [...parseTemplate(step.template).names.keys()]));
  return [...names].filter((name) => !made.has(name));
}
