import { projectPath } from "@/features/workflows/paths";
import { withQuery } from "@/lib/query";

export type Place = { handle: string; slug: string };

/** Part of a discussion; `version` is the version that a new comment on a step is about. */
export type Asked = { sort?: string; workflow?: string; step?: string; version?: string | number; comment?: string };

/** Return the path of a discussion or a part of it. */
export function discussionPath(place: Place, { sort, workflow, step, version, comment }: Asked = {}): string {
  return withQuery(projectPath(place), { sort: sort === "new" ? "new" : undefined, workflow, step, version, comment });
}

/** Return the path of a comment in its thread. `/comments/<id>` redirects to it. */
export function commentPath(place: Place, id: string): string {
  return `${discussionPath(place, { comment: id })}#comment-${id}`;
}

/** Return the path of the comments on a step; `version` is the version the viewer reads. */
export function stepCommentsPath(place: Place, workflow: string, step: string, version: number): string {
  return `${discussionPath(place, { workflow, step, version })}#comments`;
}
