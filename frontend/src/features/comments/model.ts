import type { ReactNode } from "react";
import type { NextPage } from "@/components/more";
import type { Place } from "./paths";

/** Render the next replies to a comment. */
export type MoreReplies = (place: Place, id: string, cursor: string) => Promise<NextPage>;

/** Render one comment, null if it is gone. */
export type ShowComment = (place: Place, id: string) => Promise<ReactNode>;

/** Server actions that render comments. Props, because actions.tsx imports the components that call them. */
export interface CommentActions {
  moreReplies: MoreReplies;
  showComment: ShowComment;
}
