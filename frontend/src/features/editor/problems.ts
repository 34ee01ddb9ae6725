import { check, type Finding, LOCAL } from "./check";
import type { Content } from "./content";
import { contentOf, type Doc } from "./document";

/** A place on the page: a part's id, its field and a position within. */
export interface Place {
  part: "step" | "variable" | "whole";
  /** The part's id; empty for the whole document. */
  id: string;
  /** Its number, from 1. */
  number: number;
  field: string;
  /** Choice or parameter. */
  within: string | null;
}

export interface PlacedProblem extends Finding {
  key: string;
  place: Place;
}

/** A problem reported by the service: a finding of a draft, or an error of a response. */
export interface Told {
  pointer: string;
  code: string;
  message: string;
  severity?: "error" | "warning";
  offset?: number | null;
}

const WHOLE: Place = { part: "whole", id: "", number: 0, field: "", within: null };

/** Resolve a JSON pointer (with or without `/content` in front) to a place; null if there is none. */
export function placeOf(pointer: string, doc: Doc): Place | null {
  const tokens = pointer
    .split("/")
    .slice(1)
    .map((token) => token.replaceAll("~1", "/").replaceAll("~0", "~"));
  if (tokens[0] === "content") tokens.shift();
  const [list, index, field = "", ...rest] = tokens;
  if (list === undefined) return WHOLE;
  if (list !== "steps" && list !== "variables") return null;
  if (index === undefined) return { ...WHOLE, field: list };
  const number = Number(index);
  const part = doc[list][number];
  if (!part) return null;
  const kind = list === "steps" ? "step" : "variable";
  return { part: kind, id: part.id, number: number + 1, field, within: rest.length > 0 ? rest.join("/") : null };
}

/** Return the value at a pointer. */
export function valueAt(content: Content, pointer: string): unknown {
  const tokens = pointer.split("/").slice(1);
  if (tokens[0] === "content") tokens.shift();
  let value: unknown = content;
  for (const token of tokens) {
    if (value === null || typeof value !== "object") return undefined;
    const name = token.replaceAll("~1", "/").replaceAll("~0", "~");
    value = Array.isArray(value) ? value[Number(name)] : (value as Record<string, unknown>)[name];
  }
  return value;
}

/** Problems of the service and the content they are about: each is valid while its place is unchanged. */
export interface ToldOf {
  told: readonly Told[];
  doc: Doc;
}

/**
 * Return all problems of the document: those found here, and the service's as long as their text is unchanged.
 * `answers` are the draft's findings and those of a rejected version.
 */
export function problemsOf(doc: Doc, answers: readonly ToldOf[]): PlacedProblem[] {
  const content = contentOf(doc);
  const found: PlacedProblem[] = [];
  const seen = new Set<string>();
  const add = (finding: Finding, place: Place) => {
    const key = `${place.part}:${place.id}:${place.field}:${place.within ?? ""}:${finding.code}:${finding.offset ?? ""}`;
    // Skip duplicates: problems of a rejected version have no offset.
    const plain = `${place.part}:${place.id}:${place.field}:${place.within ?? ""}:${finding.code}:`;
    if (seen.has(key) || (finding.offset === null && seen.has(`${plain}*`))) return;
    seen.add(key);
    seen.add(`${plain}*`);
    found.push({ ...finding, key, place });
  };
  for (const finding of check(content)) {
    const place = placeOf(finding.pointer, doc);
    if (place) add(finding, place);
  }
  for (const { told, doc: then } of answers) {
    const before = contentOf(then);
    for (const finding of told) {
      if (LOCAL.has(finding.code)) continue;
      const place = placeOf(finding.pointer, then);
      if (!place) continue;
      const value = valueNow(doc, place);
      if (place.part !== "whole" && (value === undefined || value !== valueAt(before, finding.pointer))) continue;
      if (place.part === "whole" && finding.code === "more_findings") continue;
      const list = place.part === "step" ? doc.steps : doc.variables;
      const number = list.findIndex((part) => part.id === place.id) + 1;
      add(
        {
          pointer: finding.pointer,
          code: finding.code,
          severity: finding.severity ?? "error",
          offset: finding.offset ?? null,
          values: { value: typeof value === "string" ? value : "" },
          message: finding.message,
        },
        { ...place, number },
      );
    }
  }
  return found.sort(byPlace);
}

function valueNow(doc: Doc, place: Place): unknown {
  if (place.part === "whole") return undefined;
  const list: readonly { id: string }[] = place.part === "step" ? doc.steps : doc.variables;
  const part = list.find((other) => other.id === place.id) as Record<string, unknown> | undefined;
  const value = part?.[place.field];
  if (place.within === null) return value;
  return Array.isArray(value) ? value[Number(place.within)] : (value as Record<string, unknown> | undefined)?.[place.within];
}

const ORDER = { whole: 0, step: 1, variable: 2 } as const;

function byPlace(a: PlacedProblem, b: PlacedProblem): number {
  return (
    Number(a.severity === "warning") - Number(b.severity === "warning") ||
    ORDER[a.place.part] - ORDER[b.place.part] ||
    a.place.number - b.place.number
  );
}

/** Return the problems of one field. */
export function problemsAt(problems: readonly PlacedProblem[], id: string, field: string): PlacedProblem[] {
  return problems.filter((problem) => problem.place.id === id && problem.place.field === field);
}

/** Return the element id of a field. */
export function fieldId(id: string, field: string, within?: string | null): string {
  return ["ed", id, field, ...(within == null ? [] : [within])].join("-");
}
