import { parseTemplate } from "@/features/workflows/template";
import type { Step } from "./content";

/** A template in which every slot of one name has another; all else stays character for character. */
export function renameSlots(template: string, from: string, to: string): string {
  if (!template.includes(from)) return template;
  return parseTemplate(template)
    .parts.map((part) => (part.kind === "slot" && part.name === from ? part.source.replace(from, () => to) : part.source))
    .join("");
}

/** Names that the templates of these steps have, and none of them makes: what wants to be a variable. */
export function wantedNames(steps: readonly Pick<Step, "template" | "output">[]): string[] {
  const made = new Set(steps.map((step) => step.output));
  const names = new Set(steps.flatMap((step) => [...parseTemplate(step.template).names.keys()]));
  return [...names].filter((name) => !made.has(name));
}
