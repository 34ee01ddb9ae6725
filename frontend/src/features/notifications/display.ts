import type { components } from "@/lib/api/schema";

type Notification = components["schemas"]["Notification"];

/** The page that a notification is about, or null when it is gone or nobody's to see any more. */
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

/** What it says, as a key of the messages. */
export function messageKey({
  kind,
  subject,
  note,
  path,
  actors,
}: Pick<Notification, "kind" | "subject" | "note" | "path" | "actors">): string {
  switch (kind) {
    case "follow":
      // Of a project that is gone there is no path, though there is somebody who followed it.
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

/** Those who did it: the names that are known, how many others there are, or that they have all left. */
export function actorSummary(names: readonly string[], count: number): { key: "who_gone" | "who_one" | "who_two" | "who_more"; others: number } {
  if (names.length === 0) return { key: "who_gone", others: Math.max(1, count) };
  if (count <= 1) return { key: "who_one", others: 0 };
  if (count === 2 && names.length > 1) return { key: "who_two", others: 1 };
  return { key: "who_more", others: count - 1 };
}
