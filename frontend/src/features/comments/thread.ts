import type { components } from "@/lib/api/schema";

export type Comment = components["schemas"]["Comment"];
export type VoteValue = 1 | -1;
export type Votes = Readonly<Record<string, VoteValue>>;

/** Clicking the current vote removes it. */
export function pressed(now: VoteValue | 0, button: VoteValue): VoteValue | 0 {
  return now === button ? 0 : button;
}

/** Return the score with the viewer's current vote instead of the counted one. */
export function scoreOf({ ups, downs }: Pick<Comment, "ups" | "downs">, counted: VoteValue | 0, now: VoteValue | 0): number {
  return ups - downs - counted + now;
}

/** Nest a comment below its ancestors, given from its parent to the first. The comment keeps its replies. */
export function chain(comment: Comment, above: readonly Comment[]): Comment {
  return above.reduce((below, parent) => ({ ...parent, thread: [below], next_cursor: null }), comment);
}

/** Flatten threads into a list. */
export function flat(comments: readonly Comment[]): Comment[] {
  return comments.flatMap((comment) => [comment, ...flat(comment.thread)]);
}

/** A tombstone, kept for its replies. */
export function isGone(comment: Pick<Comment, "deleted" | "removed">): boolean {
  return comment.deleted || comment.removed;
}
