"use client";

import { useTranslations } from "next-intl";
import { useDeferredValue, useState } from "react";
import { ChevronRight } from "lucide-react";
import { render } from "@/features/workflows/template";
import type { Step, Variable } from "../content";

/** The prompt with example or default values, updated while typing. */
export function StepPreview({ step, variables }: { step: Step; variables: readonly Variable[] }) {
  const t = useTranslations("editor");
  const [open, setOpen] = useState(false);
  return (
    <details className="group" open={open} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary className="flex min-h-10 list-none items-center gap-2 text-sm text-muted">
        <ChevronRight aria-hidden="true" className="size-4 shrink-0 transition-transform group-open:rotate-90" />
        {t("preview.title")}
      </summary>
      {open ? <Rendered step={step} variables={variables} /> : null}
    </details>
  );
}

function Rendered({ step, variables }: { step: Step; variables: readonly Variable[] }) {
  const t = useTranslations("editor");
  const shown = useDeferredValue(step);
  const inputs = Object.fromEntries(variables.map(({ name, example }) => [name, example || undefined]));
  const segments = render({ variables, steps: [shown] }, inputs).steps[0]?.segments ?? [];
  return (
    <div className="mb-2 rounded-md border border-line bg-sunken px-3 py-2">
      {segments.length === 0 ? <p className="text-sm text-muted">{t("preview.nothing")}</p> : null}
      <p className="font-mono text-sm leading-6 whitespace-pre-wrap [overflow-wrap:anywhere]">
        {segments.map((segment, at) =>
          segment.kind === "text" ? (
            segment.text
          ) : segment.kind === "value" ? (
            <mark key={at} className="rounded-sm bg-accent-soft text-ink">
              {segment.text}
            </mark>
          ) : (
            <mark key={at} className="rounded-sm bg-warn-soft text-warn">
              {segment.kind === "slot" ? segment.text : `⟦${segment.name}⟧`}
            </mark>
          ),
        )}
      </p>
    </div>
  );
}
