"use client";

import { useTranslations } from "next-intl";
import { useMemo } from "react";
import { Alert } from "@/components/ui/alert";
import { renderMarkdown } from "@/lib/markdown/render";
import { MarkdownHtml } from "./markdown-html";

/** The viewer's own Markdown, rendered in their browser; needs the namespace `markdown`. Load it as MarkdownPreview. */
export function MarkdownView({ text, mentions, className }: { text: string; mentions?: readonly string[]; className?: string }) {
  const t = useTranslations("markdown");
  const { html, isPlain } = useMemo(() => renderMarkdown(text, mentions), [text, mentions]);
  return (
    <>
      {isPlain ? (
        <Alert look="warn" live>
          {t("tooComplex")}
        </Alert>
      ) : null}
      <MarkdownHtml html={html} className={className} />
    </>
  );
}
