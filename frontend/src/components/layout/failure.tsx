"use client";

import { useRouter } from "next/navigation";
import { startTransition, useEffect } from "react";
import { Button } from "@/components/ui/button";
import type { Locale } from "@/lib/display";
import { reachable, reportUnreachable } from "@/lib/connection";
import en from "../../../messages/en/failure.json";
import nl from "../../../messages/nl/failure.json";

const WORDS: Record<Locale, typeof en> = { en, nl };
const AWAY = ["api:unreachable", "api:api_unreachable", "api:unavailable"];

/**
 * Error page. Imports its own texts, because nothing else may work. While the server is unavailable, it waits and
 * reloads the page as soon as possible.
 */
export function Failure({ error, retry, locale }: { error: Error & { digest?: string }; retry: () => void; locale: Locale }) {
  const words = WORDS[locale];
  const router = useRouter();
  const digest = error.digest ?? "";
  const away = AWAY.includes(digest) || error.message === "Failed to fetch";

  useEffect(() => {
    if (!away) return;
    const leaving = new AbortController();
    reportUnreachable();
    reachable(leaving.signal).then(
      () =>
        startTransition(() => {
          router.refresh();
          retry();
        }),
      () => undefined,
    );
    return () => leaving.abort();
  }, [away, retry, router]);

  const kind = away
    ? "away"
    : digest === "api:rate_limited"
      ? "busy"
      : ["api:not_yours", "api:owner_only", "api:admin_only"].includes(digest)
        ? "forbidden"
        : null;
  return (
    <div role="alert" className="py-8">
      <h1 className="text-2xl font-semibold">{kind === null ? words.title : words[`${kind}Title`]}</h1>
      <p className="mt-1 max-w-prose text-muted">{kind === null ? words.text : words[`${kind}Text`]}</p>
      <div className="mt-5 flex flex-wrap gap-3">
        <Button
          look="primary"
          onClick={() =>
            startTransition(() => {
              router.refresh();
              retry();
            })
          }
        >
          {words.retry}
        </Button>
        {/* A full page load, because the current one may be broken. */}
        {/* eslint-disable-next-line @next/next/no-html-link-for-pages */}
        <a href="/" className="link inline-flex min-h-10 items-center px-2">
          {words.home}
        </a>
      </div>
      {kind === null && digest !== "" ? (
        <p className="mt-6 font-mono text-xs text-muted">
          {words.reference}: {digest}
        </p>
      ) : null}
    </div>
  );
}
