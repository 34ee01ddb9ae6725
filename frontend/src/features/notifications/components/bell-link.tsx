"use client";

import { useEffect, useState, type ReactNode } from "react";
import { ButtonLink } from "@/components/ui/button";
import type { StreamEvent } from "../stream";

export function BellLink({
  label,
  unread: word,
  locale,
  children,
}: {
  label: string;
  unread: string;
  locale: string;
  children: ReactNode;
}) {
  const [unread, setUnread] = useState(0);

  useEffect(() => whenIdle((told) => (told.type === "unread" ? setUnread(told.unread) : undefined)), []);

  const shown = unread > 99 ? "99+" : new Intl.NumberFormat(locale).format(unread);
  const name = unread === 0 ? label : `${label}, ${shown} ${word}`;
  return (
    <ButtonLink href="/notifications" look="quiet" size="icon" className="relative" aria-label={name} title={name}>
      {children}
      {unread === 0 ? null : (
        <span
          aria-hidden="true"
          data-unread={unread}
          className="absolute end-0.5 top-0.5 min-w-4 rounded-full bg-accent px-1 text-center font-mono text-[0.625rem] leading-4 text-accent-ink"
        >
          {shown}
        </span>
      )}
    </ButtonLink>
  );
}

/** Subscribe when the page is idle; loads the code then. */
function whenIdle(listener: (told: StreamEvent) => void): () => void {
  let left = false;
  let leave: (() => void) | undefined;
  const begin = () =>
    void import("../stream").then(
      ({ notificationStream }) => {
        if (!left) leave = notificationStream().subscribe(listener);
      },
      // Not available now: the bell still works as a link.
      () => undefined,
    );
  const idle = typeof requestIdleCallback === "function" ? requestIdleCallback(begin, { timeout: 4_000 }) : undefined;
  const timer = idle === undefined ? setTimeout(begin, 1_500) : undefined;
  return () => {
    left = true;
    if (idle !== undefined) cancelIdleCallback(idle);
    clearTimeout(timer);
    leave?.();
  };
}
