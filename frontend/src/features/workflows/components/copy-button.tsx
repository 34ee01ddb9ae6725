"use client";

import { Check, Copy } from "lucide-react";
import { useTranslations } from "next-intl";
import { useEffect, useRef, useState } from "react";
import { Button } from "@/components/ui/button";
import { copyText } from "../clipboard";

/** Copy a text that is built on click, and confirm briefly. `open` counts empty fields. */
export function CopyButton({
  text,
  open,
  label,
  accessibleLabel,
  look = "outline",
}: {
  text: () => string;
  open: () => number;
  label: string;
  accessibleLabel?: string;
  look?: "primary" | "outline";
}) {
  const t = useTranslations("workflow_run");
  const [said, setSaid] = useState<{ text: string; done: boolean } | null>(null);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => () => clearTimeout(timer.current), []);

  async function copy() {
    const done = await copyText(text());
    const gaps = open();
    setSaid({ done, text: !done ? t("copyFailed") : gaps > 0 ? t("copiedWithGaps", { count: gaps }) : t("copied") });
    clearTimeout(timer.current);
    timer.current = setTimeout(() => setSaid(null), done ? 2500 : 8000);
  }

  return (
    <span className="relative inline-flex">
      <Button look={look} size="small" onClick={copy} aria-label={accessibleLabel ?? label}>
        {said?.done ? <Check aria-hidden /> : <Copy aria-hidden />}
        {label}
      </Button>
      <span role="status" className="absolute end-0 top-full z-10 mt-1 w-max max-w-64 text-end">
        {said && (
          <span className="inline-block rounded-sm border border-line bg-raised px-2 py-1 text-xs text-ink">
            {said.text}
          </span>
        )}
      </span>
    </span>
  );
}
