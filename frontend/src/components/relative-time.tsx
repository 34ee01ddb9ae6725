"use client";

import { useEffect, useState } from "react";
import { useLanguage } from "@/i18n/language";
import { relativeTime, wholeDate } from "@/lib/time";

/**
 * "3 hours ago", with the whole date to be pointed at. The server says it already (pages are made when they are read), so
 * nothing moves; a page that stays open keeps up.
 */
export function RelativeTime({ iso, className }: { iso: string; className?: string }) {
  const locale = useLanguage();
  const [, tick] = useState(0);

  useEffect(() => {
    const timer = setInterval(() => {
      if (document.visibilityState === "visible") tick((count) => count + 1);
    }, 60_000);
    return () => clearInterval(timer);
  }, []);

  return (
    <time dateTime={iso} title={wholeDate(iso, locale)} className={className} suppressHydrationWarning>
      {relativeTime(iso, locale)}
    </time>
  );
}
