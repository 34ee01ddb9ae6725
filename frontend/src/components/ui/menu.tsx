"use client";

import { useEffect, useRef, type ReactNode } from "react";
import { cn } from "@/lib/cn";

/**
 * Button that opens a short list of links and buttons. A `<details>` element, so it opens without scripts. With scripts
 * it closes on Escape, on a click outside, when the focus leaves, and after a choice.
 *
 *     <Menu trigger={<><Avatar …/>…</>} label={t("account")}> <MenuItem><Link …/></MenuItem> … </Menu>
 */
export function Menu({
  trigger,
  label,
  className,
  align = "end",
  children,
}: {
  trigger: ReactNode;
  /** Label if the trigger has no text. */
  label?: string;
  /** Class of the trigger: `buttonClass(…)`. */
  className?: string;
  align?: "start" | "end";
  children: ReactNode;
}) {
  const element = useRef<HTMLDetailsElement>(null);

  useEffect(() => {
    const details = element.current;
    if (details === null) return;
    const shut = () => {
      details.open = false;
    };
    const outside = (event: Event) => {
      if (details.open && event.target instanceof Node && !details.contains(event.target)) shut();
    };
    const key = (event: KeyboardEvent) => {
      if (event.key !== "Escape" || !details.open) return;
      event.stopPropagation();
      shut();
      details.querySelector("summary")?.focus();
    };
    const chosen = (event: MouseEvent) => {
      if (event.target instanceof Element && event.target.closest("a, button") !== null) requestAnimationFrame(shut);
    };
    document.addEventListener("pointerdown", outside);
    document.addEventListener("focusin", outside);
    details.addEventListener("keydown", key);
    details.addEventListener("click", chosen);
    return () => {
      document.removeEventListener("pointerdown", outside);
      document.removeEventListener("focusin", outside);
      details.removeEventListener("keydown", key);
      details.removeEventListener("click", chosen);
    };
  }, []);

  return (
    <details ref={element} className="relative">
      <summary className={cn("list-none", className)} aria-label={label}>
        {trigger}
      </summary>
      <ul
        className={cn(
          "absolute z-40 mt-1 max-h-[70dvh] min-w-52 overflow-auto rounded-md border border-line bg-raised py-1 text-[0.9375rem]",
          align === "end" ? "end-0" : "start-0",
        )}
      >
        {children}
      </ul>
    </details>
  );
}

/** Row of a menu; its link or button gets `menuItemClass`. */
export function MenuItem({ children, separated = false }: { children: ReactNode; separated?: boolean }) {
  return <li className={separated ? "mt-1 border-t border-line pt-1" : undefined}>{children}</li>;
}
