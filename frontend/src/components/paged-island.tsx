"use client";

import { useRef, useState, type ReactNode } from "react";
import { buttonClass } from "@/components/ui/button-class";
import { cn } from "@/lib/cn";

export type NextPage = { items: ReactNode; next: string | null };

type Words = { more: string; loading: string; failed: string };

export function PagedIsland({
  base,
  next: first,
  load,
  className,
  label,
  words,
  children,
}: {
  base: string;
  next: string | null;
  load: (cursor: string) => Promise<NextPage>;
  className?: string;
  label?: string;
  words: Words;
  children: ReactNode;
}) {
  const [pages, setPages] = useState<{ cursor: string; items: ReactNode }[]>([]);
  const [next, setNext] = useState(first);
  const [state, setState] = useState<"idle" | "loading" | "failed">("idle");
  const [from, setFrom] = useState({ base, first });
  const busy = useRef(false);

  // Another list in the same place (another tab of the page): what was added belonged to the one before.
  if (from.base !== base || from.first !== first) {
    setFrom({ base, first });
    setPages([]);
    setNext(first);
    setState("idle");
  }

  const more = async (cursor: string) => {
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
  };

  return (
    <>
      <ul className={cn("divide-y divide-line", className)} aria-label={label} aria-busy={state === "loading"}>
        {children}
        {pages.map((page) => page.items)}
      </ul>
      {next === null ? null : (
        <p className="border-t border-line py-6 text-center">
          <a
            className={buttonClass({ look: "outline" })}
            href={`${base}${base.includes("?") ? "&" : "?"}cursor=${encodeURIComponent(next)}`}
            rel="next nofollow"
            onClick={(event) => {
              if (event.metaKey || event.ctrlKey || event.shiftKey || event.button !== 0) return;
              event.preventDefault();
              void more(next);
            }}
          >
            {state === "loading" ? words.loading : words.more}
          </a>
          <span role="status" className={state === "failed" ? "mt-2 block text-sm text-danger" : "sr-only"}>
            {state === "failed" ? words.failed : ""}
          </span>
        </p>
      )}
    </>
  );
}
