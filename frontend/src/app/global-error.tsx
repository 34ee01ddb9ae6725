"use client";

import "./globals.css";
import { Failure } from "@/components/layout/failure";

/** Replaces the whole document, including the layout. */
export default function GlobalError({ error, reset }: { error: Error & { digest?: string }; reset: () => void }) {
  const dutch = typeof navigator !== "undefined" && navigator.language.startsWith("nl");
  return (
    <html lang={dutch ? "nl" : "en"} className="system">
      <body>
        <main className="mx-auto max-w-5xl px-4">
          <Failure error={error} retry={reset} locale={dutch ? "nl" : "en"} />
        </main>
      </body>
    </html>
  );
}
