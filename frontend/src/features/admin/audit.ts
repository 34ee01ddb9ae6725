import type { components } from "@/lib/api/schema";
import { REASONS } from "@/features/moderation/reasons";
import { OUTCOMES } from "./outcomes";

type AuditEntry = components["schemas"]["AuditEntry"];

/** All actions of the log as the API names them; their texts are in `admin.audit.actions`, with `_` for the dot. */
export const ACTIONS = [
  "report.action",
  "report.dismiss",
  "report.read",
  "project.remove",
  "project.restore",
  "project.read",
  "workflow.read",
  "comment.remove",
  "comment.restore",
  "collection.remove",
  "collection.restore",
  "maker.suspend",
  "maker.unsuspend",
  "maker.role",
  "suggestion.accept",
  "suggestion.decline",
  "tool.add",
  "tool.change",
] as const;
export type AuditAction = (typeof ACTIONS)[number];

/** Return the key of an action's text; null for an action newer than this page. */
export function actionKey(action: string): string | null {
  return (ACTIONS as readonly string[]).includes(action) ? action.replace(".", "_") : null;
}

/** Detail of an entry: the key of its name, and its value as a message key (`say`) or text (`text`). */
export type Detail = { name: string; say?: string; text?: string; target?: string };

const STANDINGS = ["draft", "published", "archived", "private", "removed", "deleted", "active", "suspended", "gone"];
const NAMED = ["kind", "about", "reports", "reason", "outcome", "was", "note", "reported", "role", "status", "visibility", "standing"];

export function detailsOf({ detail }: AuditEntry): Detail[] {
  return NAMED.filter((name) => name in detail)
    .map((name) => ({ name, value: detail[name] as string | number | boolean }))
    .filter(({ name, value }) => value !== "" && !(name === "reported" && value === false))
    .map(({ name, value }) => {
      const text = String(value);
      if (name === "reason" && (REASONS as readonly string[]).includes(text)) return { name, say: `reason.${text}` };
      if (name === "outcome" && (OUTCOMES as readonly string[]).includes(text)) return { name, say: `outcomes.${text}` };
      if (["was", "status", "standing"].includes(name) && STANDINGS.includes(text)) return { name, say: `standing.${text}` };
      if (name === "visibility" && ["public", "unlisted", "private"].includes(text)) return { name, say: `visibility.${text}` };
      if (name === "role" && ["maker", "admin"].includes(text)) return { name, say: `roles.${text}` };
      if (name === "kind" && ["project", "workflow", "comment", "collection", "maker"].includes(text)) return { name, say: `target.${text}` };
      if (name === "reported") return { name, say: "yes" };
      if (name === "about") return { name, target: text };
      return { name, text };
    });
}
