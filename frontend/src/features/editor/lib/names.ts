import { parseTemplate, type SlotPart } from "@/features/workflows/template";
import type { Content, Step } from "./content";

/** The slots of a template, in order. */
export function slotsOf(template: string): SlotPart[] {
  return parseTemplate(template).parts.filter((part) => part.kind === "slot");
}

/** A template in which every slot of one name has another; all else stays character for character. */
export function renameSlots(template: string, from: string, to: string): string {
  if (!template.includes(from)) return template;
  return parseTemplate(template)
    .parts.map((part) => (part.kind === "slot" && part.name === from ? part.source.replace(from, () => to) : part.source))
    .join("");
}

export type NameKind = "variable" | "output" | "late" | "unknown";

/** What a name in a step's template is: a variable, an earlier step's output, one that comes too late, or nothing. */
export function namesAt(content: Content, at: number): (name: string) => NameKind {
  const variables = new Set(content.variables.map((variable) => variable.name));
  const makers = new Map<string, number>();
  content.steps.forEach((step, place) => {
    if (step.output && !makers.has(step.output)) makers.set(step.output, place);
  });
  return (name) => {
    if (variables.has(name)) return "variable";
    const maker = makers.get(name);
    if (maker === undefined) return "unknown";
    return maker < at ? "output" : "late";
  };
}

/** Names that the templates of these steps have, and none of them makes: what wants to be a variable. */
export function wantedNames(steps: readonly Pick<Step, "template" | "output">[]): string[] {
  const made = new Set(steps.map((step) => step.output));
  const names = new Set(steps.flatMap((step) => [...parseTemplate(step.template).names.keys()]));
  return [...names].filter((name) => !made.has(name));
}
