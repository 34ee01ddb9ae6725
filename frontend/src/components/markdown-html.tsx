import { cn } from "@/lib/cn";

/** Safe HTML of `renderMarkdown`, and of nothing else. */
export function MarkdownHtml({ html, className }: { html: string; className?: string }) {
  return <div className={cn("prose", className)} dangerouslySetInnerHTML={{ __html: html }} />;
}
