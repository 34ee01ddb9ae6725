import type { Link, Root } from "mdast";
import { findAndReplace } from "mdast-util-find-and-replace";
import ReactMarkdown, { type Components } from "react-markdown";
import rehypeSanitize from "rehype-sanitize";
import remarkGfm from "remark-gfm";
import { cn } from "@/lib/cn";

const OURS: Components = {
  // The page has a heading of its own above.
  h1: ({ node: _, ...props }) => <h2 {...props} />,
  h2: ({ node: _, ...props }) => <h3 {...props} />,
  h3: ({ node: _, ...props }) => <h4 {...props} />,
  h4: ({ node: _, ...props }) => <h5 {...props} />,
  h5: ({ node: _, ...props }) => <h6 {...props} />,
  a: ({ node: _, href, children, ...props }) =>
    href === undefined || href === "" ? (
      <span>{children}</span>
    ) : (
      <a {...props} href={href} rel="nofollow ugc noopener">
        {children}
      </a>
    ),
  img: ({ node: _, src, alt, title }) =>
    typeof src === "string" && src.startsWith("https://") ? (
      <img src={src} alt={alt ?? ""} title={title} loading="lazy" decoding="async" referrerPolicy="no-referrer" />
    ) : (
      <span>{alt}</span>
    ),
  input: ({ checked }) => <span className="me-1.5 font-mono">{checked ? "☑" : "☐"}</span>,
  pre: ({ node: _, ...props }) => <pre tabIndex={0} {...props} />,
  table: ({ node: _, ...props }) => (
    <div tabIndex={0} className="overflow-x-auto">
      <table {...props} />
    </div>
  ),
};

/** Makes links of the @handles that the API has found to be makers'. */
function linkMentions(handles: readonly string[]) {
  function link(said: string, handle: string): Link | false {
    const known = handle.toLowerCase();
    return handles.includes(known) && { type: "link", url: `/makers/${known}`, children: [{ type: "text", value: said }] };
  }
  return (tree: Root) => findAndReplace(tree, [HANDLE, link], { ignore: ["link", "linkReference"] });
}

const HANDLE = /(?<![\w@./\\-])@([A-Za-z0-9](?:-?[A-Za-z0-9])*)(?![\w@])/g;

/**
 * What a maker wrote, made safe: HTML in it is text, links lead only to http(s) and mail and pass nothing on, pictures come
 * by https. `mentions`: handles that lead to their makers where they stand as @handle. Works on the server and, loaded when
 * it is needed (MarkdownPreview), in the browser.
 */
export function Markdown({ text, mentions = [], className }: { text: string; mentions?: readonly string[]; className?: string }) {
  return (
    <div className={cn("prose", className)}>
      <ReactMarkdown
        remarkPlugins={[remarkGfm, [linkMentions, mentions]]}
        rehypePlugins={[rehypeSanitize]}
        components={OURS}
        urlTransform={safeUrl}
      >
        {text}
      </ReactMarkdown>
    </div>
  );
}

export function safeUrl(url: string): string {
  const scheme = /^[\u0000-\u0020]*([a-z][a-z0-9+.-]*):/i.exec(url)?.[1]?.toLowerCase();
  if (scheme === undefined) return /^[\u0000-\u0020]*[/\\]{2}/.test(url) ? "" : url;
  return ["http", "https", "mailto"].includes(scheme) ? url : "";
}
