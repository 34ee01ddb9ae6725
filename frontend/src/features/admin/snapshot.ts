import type { components } from "@/lib/api/schema";

export type TargetKind = components["schemas"]["CaseTarget"]["kind"];

/** One field of a target. `name` is a key of `admin.case.fields`, `of` its part, such as a step's title. */
export interface SnapshotField {
  /** Identifies the same field in another snapshot. */
  key: string;
  name: FieldName;
  of: string | null;
  text: string;
  mono: boolean;
}

export const FIELD_NAMES = [
  "title",
  "tagline",
  "summary",
  "body",
  "description",
  "note",
  "changelog",
  "links",
  "cover",
  "tags",
  "handle",
  "display_name",
  "bio",
  "avatar",
  "variable",
  "step",
] as const;
export type FieldName = (typeof FIELD_NAMES)[number];

/** A field in both snapshots; null where it is missing. */
export interface FieldChange extends Omit<SnapshotField, "text"> {
  then: string | null;
  now: string | null;
  same: boolean;
}

/** Return the fields of a snapshot or of the current content. Skips unknown data. */
export function snapshotFields(kind: TargetKind, content: unknown): SnapshotField[] {
  const found: SnapshotField[] = [];
  const it = record(content);
  if (it === null) return found;
  const add = (name: FieldName, value: string, more: Partial<SnapshotField> = {}) => {
    if (value.trim() !== "") found.push({ key: name, name, of: null, text: value, mono: false, ...more });
  };
  if (kind === "project") {
    add("title", text(it.title));
    add("tagline", text(it.tagline));
    add("body", text(it.body));
    add("links", links(it.links));
    add("cover", text(it.cover_url));
    add("tags", strings(it.tags).map((tag) => `#${tag}`).join(" "));
  } else if (kind === "collection") {
    add("title", text(it.title));
    add("description", text(it.description));
    strings(it.notes).forEach((note, at) => add("note", note, { key: `note:${at}` }));
  } else if (kind === "comment") {
    add("body", text(it.body));
  } else if (kind === "maker") {
    add("handle", text(it.handle));
    add("display_name", text(it.display_name));
    add("bio", text(it.bio));
    add("links", links(it.links));
    add("avatar", text(it.avatar_url));
  } else {
    add("title", text(it.title));
    add("summary", text(it.summary));
    add("changelog", text(it.changelog));
    found.push(...contentFields(it.content));
  }
  return found;
}

/** Return the fields and steps of a workflow. */
export function contentFields(content: unknown): SnapshotField[] {
  const found: SnapshotField[] = [];
  const it = record(content);
  if (it === null) return found;
  for (const each of records(it.variables)) {
    const name = text(each.name);
    const lines = [text(each.label), text(each.description), text(each.default), text(each.example), strings(each.choices).join("\n")];
    found.push({ key: `variable:${name}`, name: "variable", of: `{{${name}}}`, text: lines.filter(Boolean).join("\n"), mono: false });
  }
  for (const each of records(it.steps)) {
    const key = text(each.key);
    const parameters = Object.entries(record(each.parameters) ?? {}).map(([name, value]) => `${name}: ${String(value)}`);
    const around = [text(each.tool), text(each.model), ...parameters].filter(Boolean).join(" · ");
    const lines = [around, text(each.template)].filter(Boolean).join("\n\n");
    found.push({ key: `step:${key}`, name: "step", of: text(each.title) || key, text: lines, mono: true });
  }
  return found;
}

/** Compare two snapshots in the current order; deleted fields keep their place. */
export function compareSnapshots(then: readonly SnapshotField[], now: readonly SnapshotField[]): FieldChange[] {
  const before = new Map(then.map((each) => [each.key, each]));
  const after = new Map(now.map((each) => [each.key, each]));
  const order: string[] = now.map(({ key }) => key);
  then.forEach(({ key }, at) => {
    if (after.has(key)) return;
    const previous = then[at - 1];
    order.splice(previous === undefined ? 0 : order.indexOf(previous.key) + 1, 0, key);
  });
  return order.map((key) => {
    const was = before.get(key);
    const is = after.get(key);
    const { name, of, mono } = (is ?? was) as SnapshotField;
    return { key, name, of, mono, then: was?.text ?? null, now: is?.text ?? null, same: was?.text === is?.text && was?.of === is?.of };
  });
}

/** Split two texts at the words where they start and stop to differ. */
export function changedRange(then: string, now: string): { head: string; then: string; now: string; tail: string } {
  const was = words(then);
  const is = words(now);
  const shorter = Math.min(was.length, is.length);
  let head = 0;
  while (head < shorter && was[head] === is[head]) head += 1;
  let tail = 0;
  while (tail < shorter - head && was[was.length - 1 - tail] === is[is.length - 1 - tail]) tail += 1;
  return {
    head: was.slice(0, head).join(""),
    then: was.slice(head, was.length - tail).join(""),
    now: is.slice(head, is.length - tail).join(""),
    tail: was.slice(was.length - tail).join(""),
  };
}

function words(value: string): string[] {
  return value.split(/(?<=\s)/);
}

function text(value: unknown): string {
  return typeof value === "string" ? value : "";
}

function strings(value: unknown): string[] {
  return Array.isArray(value) ? value.filter((each) => typeof each === "string") : [];
}

function record(value: unknown): Record<string, unknown> | null {
  return typeof value === "object" && value !== null && !Array.isArray(value) ? (value as Record<string, unknown>) : null;
}

function records(value: unknown): Record<string, unknown>[] {
  return Array.isArray(value) ? value.map(record).filter((each) => each !== null) : [];
}

function links(value: unknown): string {
  return records(value)
    .map((each) => `${text(each.label)}: ${text(each.url)}`)
    .join("\n");
}
