import type { components } from "@/lib/api/schema";
import type { Kind } from "./kinds";

/** A tool in a form. */
export interface ToolFields {
  name: string;
  slug: string;
  vendor: string;
  url: string;
  kind: Kind;
  description: string;
}

export type ToolField = keyof ToolFields;

export const NEW_TOOL: ToolFields = { name: "", slug: "", vendor: "", url: "", kind: "chat", description: "" };

export function fieldsOf({ name, slug, vendor, url, kind, description }: components["schemas"]["Tool"]): ToolFields {
  return { name, slug, vendor, url, kind, description };
}

/** Build the request: trimmed, and without an empty slug, which the API derives from the name. */
export function toolOf(fields: ToolFields): components["schemas"]["NewTool"] {
  const { name, slug, vendor, url, kind, description } = fields;
  return {
    name: name.trim(),
    vendor: vendor.trim(),
    url: url.trim(),
    kind,
    description: description.trim(),
    ...(slug.trim() === "" ? {} : { slug: slug.trim() }),
  };
}

/** Return the changed fields; the slug cannot change. */
export function changesOf(before: ToolFields, after: ToolFields): components["schemas"]["ToolChanges"] {
  const { slug: _was, ...was } = toolOf(before);
  const { slug: _is, ...is } = toolOf(after);
  return Object.fromEntries(Object.entries(is).filter(([field, value]) => was[field as keyof typeof was] !== value));
}

/** Return the fields that differ between two edits. */
export function disagreeing(theirs: ToolFields, mine: ToolFields): Exclude<ToolField, "slug">[] {
  return (["name", "vendor", "url", "kind", "description"] as const).filter((field) => theirs[field] !== mine[field].trim());
}
