import { Link } from "@/components/link";
import { cn } from "@/lib/cn";

export type TabLink = { href: string; label: string; current: boolean; count?: number };

/** Views of one page as links, each with its own URL. */
export function TabLinks({ label, items, className }: { label: string; items: readonly TabLink[]; className?: string }) {
  return (
    <nav aria-label={label} className={cn("border-b border-line", className)}>
      <ul className="-mb-px flex gap-x-5 overflow-x-auto">
        {items.map(({ href, label: words, current, count }) => (
          <li key={href}>
            <Link
              href={href}
              aria-current={current ? "page" : undefined}
              className={cn(
                "flex min-h-10 items-center gap-1.5 border-b-2 text-[0.9375rem] whitespace-nowrap focus-visible:-outline-offset-2",
                current ? "border-accent font-medium text-ink" : "border-transparent text-muted hover:text-ink",
              )}
            >
              {words}
              {count === undefined ? null : <span className="font-mono text-xs text-muted">{count}</span>}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
