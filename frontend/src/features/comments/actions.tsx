"use server";

import { notFound } from "next/navigation";
import type { ReactNode } from "react";
import type { NextPage } from "@/components/more";
import type { Place } from "./paths";
import { CommentItem } from "./components/comment-item";
import { findComment, loadReplies } from "./api";

/** Server actions accept any arguments from any client. */
function checkedPlace(place: unknown): Place {
  const { handle, slug } = Object(place) as Record<string, unknown>;
  if (typeof handle !== "string" || typeof slug !== "string") notFound();
  return { handle, slug };
}

/** Render the next replies to a comment. */
export async function moreReplies(place: Place, id: string, cursor: string): Promise<NextPage> {
  const page = await loadReplies(id, cursor);
  const where = checkedPlace(place);
  return {
    items: page.data.map((comment) => <CommentItem key={comment.comment_id} comment={comment} place={where} actions={{ moreReplies, showComment }} />),
    next: page.next_cursor,
  };
}

/** Render a new comment. */
export async function showComment(place: Place, id: string): Promise<ReactNode> {
  const comment = await findComment(id);
  if (comment === null) return null;
  return <CommentItem key={id} comment={comment} place={checkedPlace(place)} actions={{ moreReplies, showComment }} />;
}
