"use client";

import { Failure } from "@/components/layout/failure";
import { useLanguage } from "@/i18n/language";

export default function ErrorPage({ error, reset }: { error: Error & { digest?: string }; reset: () => void }) {
  return <Failure error={error} retry={reset} locale={useLanguage()} />;
}
