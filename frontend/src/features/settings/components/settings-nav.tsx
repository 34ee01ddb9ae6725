"use client";

import { usePathname } from "next/navigation";
import { useEffect, useRef } from "react";
import { Link } from "@/components/link";
import { cn } from "@/lib/cn";

/** Beside the page; on phones a scrollable row above it. */
export function SettingsNav({ label, items }: { label: string; items: readonly { href: string; label: string }[] }) {
  const here = usePathname();
  const list = useRef<HTMLUListElement>(null);

  // Scroll the current item into view on phones.
  useEffect(() => {
    const row = list.current;
    const current = row?.querySelector<HTMLElement>('[aria-current="page"]');
    if (row && current && row.scrollWidth > row.clientWidth) row.scrollLeft = current.offsetLeft - row.clientWidth / 3;
  }, [here]);

  return (
    <nav aria-label={label} className="mb-6 border-b border-line md:mb-0 md:border-b-0">
      <ul ref={list} className="relative -mb-px flex gap-x-5 overflow-x-auto md:sticky md:top-6 md:mb-0 md:flex-col md:gap-y-0.5">
        {items.map(({ href, label: words }) => (
          <li key={href}>
            <Link
              href={href}
              aria-current={here === href ? "page" : undefined}
              className={cn(
                "flex min-h-10 items-center border-b-2 text-[0.9375rem] whitespace-nowrap focus-visible:-outline-offset-2 md:border-s-2 md:border-b-0 md:px-3",
                here === href ? "border-accent font-medium text-ink" : "border-transparent text-muted hover:text-ink",
              )}
            >
              {words}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
