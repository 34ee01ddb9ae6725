"use client";

import type { ReactNode } from "react";
import { MoreLink, type NextPage, useMore } from "@/components/more";
import { buttonClass } from "@/components/ui/button-class";
import { cn } from "@/lib/cn";

export function PagedIsland({
  base,
  next,
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
  words: { more: string; loading: string; failed: string };
  children: ReactNode;
}) {
  const more = useMore(base, next, load);
  return (
    <>
      <ul className={cn("divide-y divide-line", className)} aria-label={label} aria-busy={more.state === "loading"}>
        {children}
        {more.items}
      </ul>
      <MoreLink
        more={more}
        base={base}
        rel="next nofollow"
        words={words}
        className="border-t border-line py-6 text-center"
        linkClass={buttonClass({ look: "outline" })}
      />
    </>
  );
}
