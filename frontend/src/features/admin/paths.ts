import type { components } from "@/lib/api/schema";

type CaseTarget = components["schemas"]["CaseTarget"];
type AuditEntry = components["schemas"]["AuditEntry"];

const part = encodeURIComponent;

export function adminProjectPath(handle: string, slug: string, workflow?: string): string {
  const path = `/admin/projects/${part(handle)}/${part(slug)}`;
  return workflow === undefined ? path : `${path}?workflow=${part(workflow)}#workflow`;
}

export function adminMakerPath(handle: string): string {
  return `/admin/makers?q=${part(handle)}`;
}

/** Return the public page of a target; null if only members and admins can see it. */
export function publicPath({ kind, handle, slug, workflow, target_id, standing }: CaseTarget): string | null {
  if (handle === null) return null;
  if (kind === "maker") return standing === "active" || standing === "suspended" ? `/makers/${part(handle)}` : null;
  if (slug === null || (standing !== "published" && standing !== "archived")) return null;
  if (kind === "comment") return `/comments/${target_id}`;
  if (kind === "collection") return `/collections/${part(handle)}/${part(slug)}`;
  const project = `/projects/${part(handle)}/${part(slug)}`;
  return kind === "workflow" && workflow !== null ? `${project}/workflows/${part(workflow)}` : project;
}

/** Return the admin page of a target in any state; null if it is deleted permanently. */
export function adminPath({ kind, handle, slug, workflow, standing }: CaseTarget): string | null {
  if (handle === null || (standing === "gone" && kind !== "comment")) return null;
  if (kind === "maker") return adminMakerPath(handle);
  if (slug === null || kind === "collection") return null;
  return adminProjectPath(handle, slug, kind === "workflow" && workflow !== null ? workflow : undefined);
}

/** Return the name of a target: `ada/clock`, `ada/clock/lesson`, `@ada`. */
export function targetName({ kind, handle, slug, workflow }: CaseTarget): string | null {
  if (handle === null) return null;
  if (kind === "maker") return `@${handle}`;
  if (slug === null) return null;
  return kind === "workflow" && workflow !== null ? `${handle}/${slug}/${workflow}` : `${handle}/${slug}`;
}

/** Return the current page of an audit entry's target. */
export function auditPath({ target_kind, target, target_id }: AuditEntry): string | null {
  if (target_kind === "report") return `/admin/reports/${target_id}`;
  if (target === null) return null;
  switch (target_kind) {
    case "maker":
      return adminMakerPath(target);
    case "tool":
      return `/tools/${part(target)}`;
    case "suggestion":
      return "/admin/suggestions";
    case "project":
    case "workflow": {
      const [handle, slug, workflow] = target.split("/");
      return handle && slug ? adminProjectPath(handle, slug, workflow) : null;
    }
    case "collection": {
      const [handle, slug] = target.split("/");
      return handle && slug ? `/collections/${part(handle)}/${part(slug)}` : null;
    }
    default:
      return null;
  }
}

/** Parse the input of the project search: a URL in any form, or `maker/project`. */
export function projectIn(typed: string): { handle: string; slug: string } | null {
  const path = typed.trim().replace(/^https?:\/\/[^/]+/i, "").replace(/^\/*(?:admin\/)?(?:projects\/)?@?/, "");
  const [handle, slug] = path.split(/[/?#]/).map((each) => each.trim());
  return handle && slug ? { handle, slug } : null;
}

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

export function isId(value: string): boolean {
  return UUID.test(value.trim());
}
