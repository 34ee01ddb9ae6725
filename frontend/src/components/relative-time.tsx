"use client";

import { useEffect, useState } from "react";
import { useLanguage } from "@/i18n/language";
import { relativeTime, wholeDate } from "@/lib/time";

/** "3 hours ago", with the full date as its title. The server renders it, so nothing moves; open pages update it. */
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
