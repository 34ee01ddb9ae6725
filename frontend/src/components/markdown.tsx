import { getTranslations } from "next-intl/server";
import { Alert } from "@/components/ui/alert";
import { markdownCache, pageBudget } from "@/lib/markdown/cache";
import { MarkdownHtml } from "./markdown-html";

/**
 * Render makers' Markdown on the server as safe HTML: HTML is shown as text, links lead to http(s) and mail, images
 * load over https. `mentions` are the handles to link where they appear as @handle. `isOwn`: the viewer can edit the
 * text, and sees why it is shown without formatting when it exceeds the bounds.
 */
export async function Markdown({
  text,
  mentions = [],
  isOwn = false,
  className,
}: {
  text: string;
  mentions?: readonly string[];
  isOwn?: boolean;
  className?: string;
}) {
  const { html, isPlain } = markdownCache.render(text, mentions, pageBudget());
  const shown = <MarkdownHtml html={html} className={className} />;
  if (!isPlain || !isOwn) return shown;
  const t = await getTranslations("markdown");
  return (
    <>
      <Alert look="warn">{t("tooComplex")}</Alert>
      {shown}
    </>
  );
}
