"use client";

import { Fragment, useState, type ReactNode } from "react";
import { whenShown } from "@/components/when-shown";
import type { Place } from "../paths";
import type { ShowComment } from "../model";
import { THREAD_CLASS } from "./comment-class";
import type { On } from "./comment-form";

// Visitors do not need it.
const CommentForm = whenShown(() => import("./comment-form").then((module) => module.CommentForm));

/** The form above the comments, with new comments below it. */
export function NewComment({ place, on, showComment }: { place: Place; on: On | null; showComment: ShowComment }) {
  const [added, setAdded] = useState<readonly { id: string; node: ReactNode }[]>([]);
  return (
    <>
      <CommentForm place={place} on={on} showComment={showComment} onPosted={(posted) => setAdded((before) => [posted, ...before])} />
      {added.length > 0 ? <ul className={THREAD_CLASS}>{added.map(({ id: each, node }) => (<Fragment key={each}>{node}</Fragment>))}</ul> : null}
    </>
  );
}
