import type { ReactNode } from "react";
import { inputClass } from "@/components/ui/input";
import { cn } from "@/lib/cn";

/** An ordinary form, so that it works everywhere. */
export function SearchBox({ label, hint, icon }: { label: string; hint: string; icon: ReactNode }) {
  return (
    <form action="/search" method="get" role="search" className="relative">
      <span className="pointer-events-none absolute start-3 top-1/2 -translate-y-1/2 text-muted [&_svg]:size-4">{icon}</span>
      <input
        type="search"
        name="q"
        aria-label={label}
        placeholder={hint}
        autoComplete="off"
        enterKeyHint="search"
        maxLength={200}
        className={cn(inputClass, "ps-9 text-ellipsis")}
      />
    </form>
  );
}
