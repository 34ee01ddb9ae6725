import type { components } from "@/lib/api/schema";

export type Target = components["schemas"]["Target"];

/** Required parameters of each kind. */
const NEEDED = {
  maker: ["handle"],
  project: ["handle", "slug"],
  workflow: ["handle", "slug", "workflow"],
  comment: ["comment_id"],
  collection: ["handle", "slug"],
} as const;

export const TARGET_NAMES = ["kind", "handle", "slug", "workflow", "comment_id"] as const;

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** Parse a target from query or form; null if incomplete. */
export function targetIn(value: (name: string) => string | undefined): Target | null {
  const kind = value("kind");
  if (!isKind(kind)) return null;
  const target: Target = { kind };
  for (const name of NEEDED[kind]) {
    const given = value(name)?.trim();
    if (given === undefined || given === "" || given.length > 100) return null;
    if (name === "comment_id" && !UUID.test(given)) return null;
    target[name] = given;
  }
  return target;
}

function isKind(kind: string | undefined): kind is keyof typeof NEEDED {
  return kind !== undefined && Object.hasOwn(NEEDED, kind);
}

/** Return the path of the report form, for links without scripts. */
export function reportPath(target: Target): string {
  const query = new URLSearchParams();
  for (const name of TARGET_NAMES) {
    const value = target[name];
    if (value) query.set(name, value);
  }
  return `/report?${query.toString()}`;
}

/** Return the page of the reported content. */
export function targetPath({ kind, handle, slug, workflow, comment_id }: Target): string {
  if (kind === "comment") return `/comments/${comment_id ?? ""}`;
  const part = (value: string | null | undefined) => encodeURIComponent(value ?? "");
  if (kind === "maker") return `/makers/${part(handle)}`;
  if (kind === "collection") return `/collections/${part(handle)}/${part(slug)}`;
  const project = `/projects/${part(handle)}/${part(slug)}`;
  return kind === "workflow" ? `${project}/workflows/${part(workflow)}` : project;
}

/** `ada/clock/lesson`, `@ada`; a comment has no name. */
export function nameOf({ kind, handle, slug, workflow }: Target): string {
  if (kind === "maker") return `@${handle ?? ""}`;
  return [handle, slug, workflow].filter(Boolean).join("/");
}
