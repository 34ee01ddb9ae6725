import "server-only";

import { cache } from "react";
import { getViewer } from "@/features/session/viewer";
import { api, load, loadOrNull } from "@/lib/api/server";
import type { Place } from "./paths";
import { chain, type Comment, type Votes } from "./thread";

const THREADS = 20;
const VOTE_PAGES = 5;
/** Maximum depth of threads in the API. */
const DEEPEST = 8;

export type Sort = "best" | "new";
export type Filter = { sort: Sort; workflow?: string; step?: string };

export type CommentPage = { data: Comment[]; next_cursor: string | null };

export async function loadThreads({ handle, slug }: Place, filter: Filter, cursor?: string): Promise<CommentPage> {
  const query = { ...filter, limit: THREADS, cursor };
  return load((await api()).GET("/api/v1/projects/{handle}/{slug}/comments", { params: { path: { handle, slug }, query } }));
}

export async function loadReplies(commentId: string, cursor: string): Promise<CommentPage> {
  const params = { path: { comment_id: commentId }, query: { limit: 10, cursor } };
  return load((await api()).GET("/api/v1/comments/{comment_id}/replies", { params }));
}

/** Return the viewer's votes by comment; only the newest if there are very many. */
export const loadVotes = cache(async (handle: string, slug: string): Promise<Votes> => {
  if ((await getViewer()) === null) return {};
  const client = await api();
  const votes: Record<string, 1 | -1> = {};
  let cursor: string | undefined;
  for (let page = 0; page < VOTE_PAGES; page += 1) {
    const params = { path: { handle, slug }, query: { limit: 100, cursor } };
    const found = await load(client.GET("/api/v1/projects/{handle}/{slug}/comments/votes", { params }));
    for (const { comment_id, value } of found.data) votes[comment_id] = value;
    if (found.next_cursor === null) break;
    cursor = found.next_cursor;
  }
  return votes;
});

/** Return a comment with its project; null if it does not exist or the viewer cannot see it. */
export const findComment = cache(async (id: string) => {
  const answer = await (await api()).GET("/api/v1/comments/{comment_id}", { params: { path: { comment_id: id } } });
  // An invalid id does not exist either.
  return answer.response.status === 422 ? null : loadOrNull(Promise.resolve(answer));
});

/** Return a comment below all its ancestors as a thread; with `cursor`, its replies from there on. */
export async function loadChain(id: string, cursor?: string): Promise<Comment | null> {
  const found = await findComment(id);
  if (found === null) return null;
  let comment: Comment = found;
  if (cursor !== undefined) {
    const replies = await loadReplies(id, cursor);
    comment = { ...comment, thread: replies.data, next_cursor: replies.next_cursor };
  }
  const above: Comment[] = [];
  let parent = comment.parent_id;
  while (parent !== null && above.length < DEEPEST) {
    const next = await findComment(parent);
    if (next === null) break;
    above.push(next);
    parent = next.parent_id;
  }
  return chain(comment, above);
}
