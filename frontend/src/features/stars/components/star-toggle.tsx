"use client";

import { Star } from "lucide-react";
import { Button } from "@/components/ui/button";
import { useLanguage } from "@/i18n/language";
import { browserApi } from "@/lib/api/browser";
import { useOptimisticToggle } from "@/lib/optimistic";
import { number } from "@/lib/time";

export function StarToggle({
  handle,
  slug,
  on: initial,
  count: initialCount,
  words,
}: {
  handle: string;
  slug: string;
  on: boolean;
  count: number;
  words: { star: string; failed: string };
}) {
  const params = { path: { handle, slug } };
  const { on, count, toggle } = useOptimisticToggle({
    on: initial,
    count: initialCount,
    save: (wanted) =>
      wanted
        ? browserApi.PUT("/api/v1/projects/{handle}/{slug}/star", { params })
        : browserApi.DELETE("/api/v1/projects/{handle}/{slug}/star", { params }),
    failed: () => words.failed,
  });
  const language = useLanguage();
  return (
    <Button look="outline" aria-pressed={on} onClick={toggle}>
      <Star aria-hidden="true" className={on ? "fill-accent text-accent" : undefined} />
      {words.star}
      <span className="font-mono text-xs text-muted">{number(count, language)}</span>
    </Button>
  );
}
