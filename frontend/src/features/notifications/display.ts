import type { components } from "@/lib/api/schema";

type Notification = components["schemas"]["Notification"];

/** Return the page of a notification; null if it no longer exists or is not visible. */
export function notificationPath(notification: Pick<Notification, "kind" | "path" | "actors" | "subject" | "note">): string | null {
  const { kind, path, actors, subject, note } = notification;
  switch (kind) {
    case "invitation":
      return path === null ? null : "/settings/invitations";
    case "follow": {
      if (subject !== null) break;
      const actor = actors[0];
      return path === null || actor === undefined ? null : `/makers/${encodeURIComponent(actor.handle)}`;
    }
    case "moderation": {
      if (note === "actioned" || note === "dismissed") return "/settings/reports";
      if (note === "suggestion_accepted") return "/tools";
      if (note === "collection_removed" || note === "collection_restored") return "/me/collections";
      break;
    }
  }
  if (subject === null) return null;
  const project = `/projects/${encodeURIComponent(subject.project.handle)}/${encodeURIComponent(subject.project.slug)}`;
  if (subject.comment_id !== null) return `${project}#comment-${subject.comment_id}`;
  if (subject.workflow === null) return project;
  const workflow = `${project}/workflows/${encodeURIComponent(subject.workflow.slug)}`;
  if (kind === "remix") return `${workflow}/lineage`;
  return kind === "upstream_changed" ? `${workflow}/pull` : workflow;
}

/** Return the message key of a notification. */
export function messageKey({
  kind,
  subject,
  note,
  path,
  actors,
}: Pick<Notification, "kind" | "subject" | "note" | "path" | "actors">): string {
  switch (kind) {
    case "follow":
      // A follow of a deleted project has no path but has actors.
      return subject === null && (path !== null || actors.length === 0) ? "follow_you" : "follow_project";
    case "remix":
      return subject?.workflow ? "remix_workflow" : "remix";
    case "upstream_changed":
      return subject?.workflow && subject.version_number !== null ? "upstream_version" : "upstream";
    case "moderation":
      return DECIDED.has(note ?? "") ? `moderation_${note}` : "moderation";
    default:
      return kind;
  }
}

const DECIDED: ReadonlySet<string> = new Set([
  "actioned",
  "dismissed",
  "project_removed",
  "project_restored",
  "comment_removed",
  "comment_restored",
  "collection_removed",
  "collection_restored",
  "suggestion_accepted",
  "suggestion_declined",
]);

/** Summarise the actors: known names, the number of others, or all deleted. */
export function actorSummary(names: readonly string[], count: number): { key: "who_gone" | "who_one" | "who_two" | "who_more"; others: number } {
  if (names.length === 0) return { key: "who_gone", others: Math.max(1, count) };
  if (count <= 1) return { key: "who_one", others: 0 };
  if (count === 2 && names.length > 1) return { key: "who_two", others: 1 };
  return { key: "who_more", others: count - 1 };
}
