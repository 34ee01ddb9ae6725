import type { components } from "@/lib/api/schema";
import { slugify } from "@/lib/slug";

type Schemas = components["schemas"];
export type Visibility = Schemas["Project"]["visibility"];
export type FormLink = { label: string; url: string };

/** A project in the form: no nulls, everything is text. */
export type Values = {
  title: string;
  slug: string;
  tagline: string;
  body: string;
  tags: string[];
  links: FormLink[];
  cover: string;
  license: string;
  visibility: Visibility;
};

export type FieldName = keyof Values;

export const FIELDS: readonly FieldName[] = ["title", "tagline", "body", "tags", "links", "cover", "license", "slug", "visibility"];

export const BLANK: Values = {
  title: "",
  slug: "",
  tagline: "",
  body: "",
  tags: [],
  links: [],
  cover: "",
  license: "",
  visibility: "public",
};

/** Licenses that the form suggests; the API accepts every identifier of the SPDX list. */
export const LICENSES = ["CC-BY-4.0", "CC-BY-SA-4.0", "CC0-1.0", "MIT", "Apache-2.0", "GPL-3.0-or-later", "AGPL-3.0-or-later"];

export const MOST_TAGS = 5;
export const MOST_LINKS = 10;

export function valuesOf(project: Schemas["Project"]): Values {
  const { title, slug, tagline, body, tags, cover_url, license, visibility } = project;
  const links = project.links.map(({ label, url }) => ({ label, url }));
  return { title, slug, tagline, body, tags, links, cover: cover_url ?? "", license: license ?? "", visibility };
}

/** Build the request for a new project; leave empty fields to the API's defaults. */
export function newProjectOf(values: Values): Schemas["NewProject"] {
  const { title, slug, tagline, body, tags, visibility } = values;
  return {
    title: title.trim(),
    ...(slug.trim() === "" ? {} : { slug: slug.trim() }),
    tagline: tagline.trim(),
    body,
    tags,
    links: linksOf(values),
    ...(values.cover.trim() === "" ? {} : { cover_url: withScheme(values.cover) }),
    ...(values.license.trim() === "" ? {} : { license: values.license.trim() }),
    visibility,
  };
}

/** Return only what differs from the base, so that others' changes stay. */
export function changesOf(base: Values, values: Values): Schemas["ProjectChanges"] {
  const changed = new Set(FIELDS.filter((field) => !same(base[field], values[field])));
  return {
    ...(changed.has("title") ? { title: values.title.trim() } : {}),
    ...(changed.has("slug") && values.slug.trim() !== "" ? { slug: values.slug.trim() } : {}),
    ...(changed.has("tagline") ? { tagline: values.tagline.trim() } : {}),
    ...(changed.has("body") ? { body: values.body } : {}),
    ...(changed.has("tags") ? { tags: values.tags } : {}),
    ...(changed.has("links") ? { links: linksOf(values) } : {}),
    ...(changed.has("cover") ? { cover_url: values.cover.trim() === "" ? null : withScheme(values.cover) } : {}),
    ...(changed.has("license") ? { license: values.license.trim() === "" ? null : values.license.trim() } : {}),
    ...(changed.has("visibility") ? { visibility: values.visibility } : {}),
  };
}

/** Skip empty rows of links. */
function linksOf({ links }: Values): FormLink[] {
  return filled(links).map(({ label, url }) => ({ label: label.trim(), url: withScheme(url) }));
}

function filled(links: readonly FormLink[]): FormLink[] {
  return links.filter(({ label, url }) => label.trim() !== "" || url.trim() !== "");
}

/** Treat `example.org` as a web URL. */
export function withScheme(url: string): string {
  const bare = url.trim();
  return bare === "" || /^[a-z][a-z0-9+.-]*:/i.test(bare) ? bare : `https://${bare}`;
}

/**
 * Map the API's pointers to names of the form: `title`, `tags`, `links.2.url`. Rows that were not sent do not shift the
 * others.
 */
export function errorsOf(pointers: Readonly<Record<string, string>>, values: Values): Record<string, string> {
  const sent = values.links.flatMap((link, place) => (filled([link]).length > 0 ? [place] : []));
  const found: Record<string, string> = {};
  for (const [pointer, message] of Object.entries(pointers)) {
    const [first = "", second, third] = pointer.split("/").slice(1);
    if (first === "links" && second !== undefined) {
      const place = sent[Number(second)] ?? Number(second);
      found[`links.${place}.${third ?? "url"}`] ??= message;
    } else {
      found[first === "cover_url" ? "cover" : first] ??= message;
    }
  }
  return found;
}

export type Conflict = { [F in FieldName]: { field: F; mine: Values[F]; theirs: Values[F] } }[FieldName];

/** Merge two edits of one base: take the side that changed a field. On conflict keep mine and report theirs. */
export function merge(base: Values, mine: Values, theirs: Values): { values: Values; conflicts: Conflict[] } {
  const values: Values = { ...mine };
  const conflicts: Conflict[] = [];
  for (const field of FIELDS) {
    if (same(base[field], mine[field])) take(values, theirs, field);
    else if (!same(base[field], theirs[field]) && !same(mine[field], theirs[field])) {
      conflicts.push({ field, mine: mine[field], theirs: theirs[field] } as Conflict);
    }
  }
  return { values, conflicts };
}

export function take<F extends FieldName>(into: Values, from: Pick<Values, F>, field: F): void {
  into[field] = from[field];
}

function same(one: unknown, other: unknown): boolean {
  return one === other || JSON.stringify(one) === JSON.stringify(other);
}

/** Format a value for people. */
export function inWords(value: Values[FieldName]): string {
  if (typeof value === "string") return value;
  return value.map((each) => (typeof each === "string" ? `#${each}` : `${each.label}: ${each.url}`)).join("\n");
}

/** `#Reading Coach` is `reading-coach`; empty if no tag is possible. */
export function tagOf(text: string): string {
  return slugify(text, 30);
}

/** Approximate the slug that the API derives from a title. */
export function slugOf(title: string): string {
  return slugify(title, 80);
}
