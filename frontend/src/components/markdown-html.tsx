import { cn } from "@/lib/cn";

/** Show the safe HTML of `renderMarkdown`, and no other HTML. */
export function MarkdownHtml({ html, className }: { html: string; className?: string }) {
  return <div className={cn("prose", className)} dangerouslySetInnerHTML={{ __html: html }} />;
}
