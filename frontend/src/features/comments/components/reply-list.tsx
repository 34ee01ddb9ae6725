"use client";

import { Fragment, useRef, useState, type ReactNode } from "react";
import { buttonClass } from "@/components/ui/button-class";
import { moreReplies } from "../actions";
import type { Place } from "../addresses";
import { REPLIES_CLASS } from "./comment-class";

/** Replies on a thread of their own; more of them come in place, or without a script on a page of their own. */
export function ReplyList({
  place,
  id,
  next: first,
  base,
  words,
  children,
}: {
  place: Place;
  id: string;
  next: string | null;
  base: string;
  words: { more: string; loading: string; failed: string; label: string };
  children: ReactNode;
}) {
  const [pages, setPages] = useState<{ cursor: string; items: ReactNode }[]>([]);
  const [next, setNext] = useState(first);
  const [state, setState] = useState<"idle" | "loading" | "failed">("idle");
  const busy = useRef(false);

  async function more(cursor: string) {
    if (busy.current) return;
    busy.current = true;
    setState("loading");
    try {
      const page = await moreReplies(place, id, cursor);
      setPages((before) => [...before, { cursor, items: page.items }]);
      setNext(page.next);
      setState("idle");
    } catch {
      setState("failed");
    } finally {
      busy.current = false;
    }
  }

  return (
    <>
      <ul className={REPLIES_CLASS} aria-label={words.label} aria-busy={state === "loading"}>
        {children}
        {pages.map((page) => <Fragment key={page.cursor}>{page.items}</Fragment>)}
      </ul>
      {next === null ? null : (
        <p className="ps-5 sm:ps-7">
          <a
            href={`${base}&cursor=${encodeURIComponent(next)}`}
            rel="nofollow"
            className={buttonClass({ look: "link", size: "small", className: "-ms-3" })}
            onClick={(event) => {
              if (event.metaKey || event.ctrlKey || event.shiftKey || event.button !== 0) return;
              event.preventDefault();
              void more(next);
            }}
          >
            {state === "loading" ? words.loading : words.more}
          </a>
          <span role="status" className={state === "failed" ? "block text-sm text-danger" : "sr-only"}>
            {state === "failed" ? words.failed : ""}
          </span>
        </p>
      )}
    </>
  );
}
