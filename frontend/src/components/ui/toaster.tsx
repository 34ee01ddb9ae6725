"use client";

import { X } from "lucide-react";
import { usePathname } from "next/navigation";
import { useEffect, useRef } from "react";
import { cn } from "@/lib/cn";
import { clearToasts, dismissToast, leaveToasts, useToasts } from "@/lib/toast";
import { Button, ButtonLink } from "./button";

/** Rendered once, in the layout. `toast` sets its text; `close` is the label of its × button. */
export function Toaster({ close }: { close: string }) {
  const toasts = useToasts();
  const path = usePathname();
  const seen = useRef(path);

  useEffect(() => {
    if (seen.current !== path) leaveToasts(path);
    seen.current = path;
  }, [path]);

  useEffect(() => {
    document.addEventListener("submit", clearToasts, true);
    return () => document.removeEventListener("submit", clearToasts, true);
  }, []);

  return (
    <div
      role="status"
      aria-live="polite"
      className="pointer-events-none fixed inset-x-0 bottom-0 z-50 flex flex-col items-center gap-2 p-4 sm:items-end"
    >
      {toasts.map(({ id, text, look, action }) => (
        <div
          key={id}
          className={cn(
            "pointer-events-auto flex w-full max-w-sm items-center gap-2 rounded-md border bg-raised py-1 ps-4 pe-1 text-[0.9375rem]",
            look === "danger" ? "border-danger" : "border-edge",
          )}
        >
          <p className="grow py-1.5">{text}</p>
          {action === undefined ? null : "href" in action ? (
            // Disappears when its page opens.
            <ButtonLink look="link" size="small" href={action.href}>
              {action.label}
            </ButtonLink>
          ) : (
            <Button
              look="link"
              size="small"
              onClick={() => {
                dismissToast(id);
                action.act();
              }}
            >
              {action.label}
            </Button>
          )}
          <Button look="quiet" size="icon" aria-label={close} onClick={() => dismissToast(id)}>
            <X aria-hidden="true" />
          </Button>
        </div>
      ))}
    </div>
  );
}
