"use client";

import type { ReactNode } from "react";
import { MoreLink, useMore } from "@/components/more";
import { buttonClass } from "@/components/ui/button-class";
import type { Place } from "../paths";
import type { MoreReplies } from "../model";
import { REPLIES_CLASS } from "./comment-class";

/** Replies in a thread; more replies load in place, or without scripts on their own page. */
export function ReplyList({
  place,
  id,
  next,
  moreReplies,
  base,
  words,
  children,
}: {
  place: Place;
  id: string;
  next: string | null;
  moreReplies: MoreReplies;
  base: string;
  words: { more: string; loading: string; failed: string; label: string };
  children: ReactNode;
}) {
  const more = useMore(base, next, (cursor) => moreReplies(place, id, cursor));
  return (
    <>
      <ul className={REPLIES_CLASS} aria-label={words.label} aria-busy={more.state === "loading"}>
        {children}
        {more.items}
      </ul>
      <MoreLink
        more={more}
        base={base}
        rel="nofollow"
        words={words}
        className="ps-5 sm:ps-7"
        linkClass={buttonClass({ look: "link", size: "small", className: "-ms-3" })}
      />
    </>
  );
}
