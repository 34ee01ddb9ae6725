"use client";

import { Fragment, useRef, useState, type ReactNode } from "react";

export type NextPage = { items: ReactNode; next: string | null };

type State = "idle" | "loading" | "failed";
export type More = { items: ReactNode; next: string | null; state: State; load: (cursor: string) => Promise<void> };

/** Pages of a list after the first, and where they end. */
type Pages = { key: string; pages: readonly { cursor: string; items: ReactNode }[]; next: string | null };

/** Pages loaded since the site was opened, so that a reader who comes back to a list finds it as long as it was. */
const loaded = new Map<string, Pages>();
const LISTS = 20;

function keep(list: Pages) {
  loaded.delete(list.key);
  loaded.set(list.key, list);
  for (const oldest of loaded.keys()) if (loaded.size > LISTS) loaded.delete(oldest);
}

/**
 * Return the pages after the first of a list. `list` identifies the list, `first` is the cursor where its first page
 * ended.
 */
export function useMore(list: string, first: string | null, load: (cursor: string) => Promise<NextPage>): More {
  const key = `${list} ${first ?? ""}`;
  const [shown, setShown] = useState<Pages>(() => loaded.get(key) ?? { key, pages: [], next: first });
  const [doing, setDoing] = useState<{ key: string; state: State }>({ key, state: "idle" });
  const busy = useRef("");

  // Another list in the same place, such as another tab: drop the pages of the previous one.
  if (shown.key !== key) setShown(loaded.get(key) ?? { key, pages: [], next: first });

  return {
    items: shown.pages.map(({ cursor, items }) => <Fragment key={cursor}>{items}</Fragment>),
    next: shown.next,
    state: doing.key === key ? doing.state : "idle",
    load: async (cursor) => {
      if (busy.current === key) return;
      busy.current = key;
      setDoing({ key, state: "loading" });
      let state: State = "idle";
      try {
        const page = await load(cursor);
        const longer = { key, pages: [...shown.pages, { cursor, items: page.items }], next: page.next };
        keep(longer);
        setShown((now) => (now.key === key ? longer : now));
      } catch {
        state = "failed";
      }
      // Another list may have replaced it and started to load.
      if (busy.current === key) busy.current = "";
      setDoing((now) => (now.key === key ? { key, state } : now));
    },
  };
}

/** "More", while there is more; without scripts a link to `base` with the cursor. */
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
