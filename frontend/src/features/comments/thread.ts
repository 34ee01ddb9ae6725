import type { components } from "@/lib/api/schema";

export type Comment = components["schemas"]["Comment"];
export type VoteValue = 1 | -1;
export type Votes = Readonly<Record<string, VoteValue>>;

/** A press on what one voted takes the vote back. */
export function pressed(now: VoteValue | 0, button: VoteValue): VoteValue | 0 {
  return now === button ? 0 : button;
}

/** What all votes come to, with one's own as it is now instead of as it was when they were counted. */
export function scoreOf({ ups, downs }: Pick<Comment, "ups" | "downs">, counted: VoteValue | 0, now: VoteValue | 0): number {
  return ups - downs - counted + now;
}

/**
 * A comment below those it answers, which are given from its parent up to the first: of each only the way down to it. The
 * comment itself keeps its replies.
 */
export function chain(comment: Comment, above: readonly Comment[]): Comment {
  return above.reduce((below, parent) => ({ ...parent, thread: [below], next_cursor: null }), comment);
}

/** Every comment of threads, for what is asked about all of them at once. */
export function flat(comments: readonly Comment[]): Comment[] {
  return comments.flatMap((comment) => [comment, ...flat(comment.thread)]);
}

/** A place that stands only for its replies. */
export function isGone(comment: Pick<Comment, "deleted" | "removed">): boolean {
  return comment.deleted || comment.removed;
}
