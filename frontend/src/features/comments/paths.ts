import { projectPath } from "@/features/workflows/paths";
import { withQuery } from "@/lib/query";

export type Place = { handle: string; slug: string };

/** What of a discussion is asked for; `version` says which one a new comment on a step is about. */
export type Asked = { sort?: string; workflow?: string; step?: string; version?: string | number; comment?: string };

/** The discussion of a project, or a part of it. */
export function discussionPath(place: Place, { sort, workflow, step, version, comment }: Asked = {}): string {
  return withQuery(projectPath(place), { sort: sort === "new" ? "new" : undefined, workflow, step, version, comment });
}

/** One comment among those around it. `/comments/<id>` leads here too, for who does not know the project. */
export function commentPath(place: Place, id: string): string {
  return `${discussionPath(place, { comment: id })}#comment-${id}`;
}

/** What is said about one step of a workflow, with a form for more; `version` is the one that is read. */
export function stepCommentsPath(place: Place, workflow: string, step: string, version: number): string {
  return `${discussionPath(place, { workflow, step, version })}#comments`;
}
