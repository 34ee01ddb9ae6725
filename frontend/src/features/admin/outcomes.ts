import type { components } from "@/lib/api/schema";

type CaseTarget = components["schemas"]["CaseTarget"];

export const OUTCOMES = ["removed", "suspended", "handled", "dismissed"] as const;
export type Outcome = (typeof OUTCOMES)[number];

/** Return the possible decisions: makers and deleted content cannot be removed, deleted makers cannot be suspended. */
export function outcomesFor({ kind, author, standing }: CaseTarget): Outcome[] {
  return OUTCOMES.filter((outcome) => {
    if (outcome === "removed") return kind !== "maker" && standing !== "gone";
    if (outcome === "suspended") return author !== null && !(kind === "maker" && standing === "suspended");
    return true;
  });
}

/** Whether the owner is notified, with a reason and a note. */
export function concerns(outcome: Outcome): boolean {
  return outcome === "removed" || outcome === "suspended";
}
