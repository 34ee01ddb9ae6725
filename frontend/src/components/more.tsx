"use client";

import { Fragment, useRef, useState, type ReactNode } from "react";

export type NextPage = { items: ReactNode; next: string | null };

type State = "idle" | "loading" | "failed";
export type More = { items: ReactNode; next: string | null; state: State; load: (cursor: string) => Promise<void> };

/** What came after a list's first page, in place. `list` is which list it is, `first` where its first page ended. */
export function useMore(list: string, first: string | null, load: (cursor: string) => Promise<NextPage>): More {
  const [pages, setPages] = useState<{ cursor: string; items: ReactNode }[]>([]);
  const [next, setNext] = useState(first);
  const [state, setState] = useState<State>("idle");
  const [from, setFrom] = useState({ list, first });
  const busy = useRef(false);

  // Another list in the same place (another tab of the page): what was added belonged to the one before.
  if (from.list !== list || from.first !== first) {
    setFrom({ list, first });
    setPages([]);
    setNext(first);
    setState("idle");
  }

  return {
    items: pages.map(({ cursor, items }) => <Fragment key={cursor}>{items}</Fragment>),
    next,
    state,
    load: async (cursor) => {
      if (busy.current) return;
      busy.current = true;
      setState("loading");
      try {
        const page = await load(cursor);
        setPages((before) => [...before, { cursor, items: page.items }]);
        setNext(page.next);
        setState("idle");
      } catch {
        setState("failed");
      } finally {
        busy.current = false;
      }
    },
  };
}

/** "More", while there is more; without a script a link to `base` from where the page ends. */
export function MoreLink({
  more: { next, state, load },
  base,
  rel,
  words,
  className,
  linkClass,
}: {
  more: More;
  base: string;
  rel: string;
  words: { more: string; loading: string; failed: string };
  className: string;
  linkClass: string;
}) {
  if (next === null) return null;
  return (
    <p className={className}>
      <a
        className={linkClass}
        href={`${base}${base.includes("?") ? "&" : "?"}cursor=${encodeURIComponent(next)}`}
        rel={rel}
        onClick={(event) => {
          if (event.metaKey || event.ctrlKey || event.shiftKey || event.button !== 0) return;
          event.preventDefault();
          void load(next);
        }}
      >
        {state === "loading" ? words.loading : words.more}
      </a>
      <span role="status" className={state === "failed" ? "mt-2 block text-sm text-danger" : "sr-only"}>
        {state === "failed" ? words.failed : ""}
      </span>
    </p>
  );
}
