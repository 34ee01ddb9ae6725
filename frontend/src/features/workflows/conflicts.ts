import type { components } from "@/lib/api/schema";

export type Conflict = components["schemas"]["Conflict"];
export type Resolution = components["schemas"]["Resolution"];

/** Choice for a conflict; `text` is kept while a side is taken, so that no input is lost. */
export interface Decision {
  take: Resolution["take"] | null;
  text: string;
}

export const UNDECIDED: Decision = { take: null, text: "" };

/** Conflicts of a step, of a field, or of an order. */
export interface ConflictGroup {
  id: string;
  kind: "step" | "variable" | "order";
  /** The step's key or the field's name; `steps` or `variables` for an order. */
  key: string;
  conflicts: Conflict[];
}

/** Group conflicts in the API's order. */
export function grouped(conflicts: readonly Conflict[]): ConflictGroup[] {
  const groups = new Map<string, ConflictGroup>();
  for (const conflict of conflicts) {
    const kind = conflict.step !== null ? "step" : conflict.variable !== null ? "variable" : "order";
    const key = conflict.step ?? conflict.variable ?? conflict.id.slice(1);
    const id = `${kind}:${key}`;
    const group = groups.get(id) ?? { id, kind, key, conflicts: [] };
    group.conflicts.push(conflict);
    groups.set(id, group);
  }
  return [...groups.values()];
}

/** Input for an own value: none, text, lines, or a parameter value. */
export type Writing = "none" | "text" | "long_text" | "lines" | "scalar";

export function writingOf(conflict: Conflict): Writing {
  const field = conflict.field;
  if (field === null || field === "order" || field === "kind" || field === "type" || field === "required") return "none";
  if (field.startsWith("parameters/")) return "scalar";
  if (field === "choices") return "lines";
  return field === "template" || field === "description" || field === "default" || field === "example"
    ? "long_text"
    : "text";
}

const NULLABLE = new Set(["tool", "model", "output", "default", "example"]);

/** Return the initial text of an own value. */
export function textOfValue(value: unknown): string {
  if (value === null || value === undefined) return "";
  if (Array.isArray(value)) return value.join("\n");
  return typeof value === "object" ? JSON.stringify(value, null, 2) : String(value);
}

/** Parse an own text as the field's value. */
export function valueOf(conflict: Conflict, text: string): string | number | boolean | string[] | null {
  const writing = writingOf(conflict);
  if (writing === "lines") return text.split("\n").map((line) => line.trim()).filter(Boolean);
  if (writing === "scalar") {
    const trimmed = text.trim();
    if (trimmed === "") return null;
    if (trimmed === "true" || trimmed === "false") return trimmed === "true";
    return /^-?(0|[1-9]\d*)(\.\d+)?([eE][+-]?\d+)?$/.test(trimmed) ? Number(trimmed) : text;
  }
  return text === "" && conflict.field !== null && NULLABLE.has(conflict.field) ? null : text;
}

/** Build the request, or null while a conflict is unresolved. */
export function resolutionsOf(
  conflicts: readonly Conflict[],
  decisions: Readonly<Record<string, Decision>>,
): Record<string, Resolution> | null {
  const resolutions: Record<string, Resolution> = {};
  for (const conflict of conflicts) {
    const decision = decisions[conflict.id];
    if (!decision?.take) return null;
    resolutions[conflict.id] =
      decision.take === "value" ? { take: "value", value: valueOf(conflict, decision.text) } : { take: decision.take };
  }
  return resolutions;
}

/** Return the conflict of a pointer such as `/resolutions/~1steps~1a~1title/value`. */
export function conflictAt(pointer: string): string | null {
  const token = /^\/resolutions\/([^/]+)/.exec(pointer)?.[1];
  return token === undefined ? null : token.replaceAll("~1", "/").replaceAll("~0", "~");
}
