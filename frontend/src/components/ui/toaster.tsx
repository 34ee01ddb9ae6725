"use client";

import { X } from "lucide-react";
import { cn } from "@/lib/cn";
import { dismissToast, useToasts } from "@/lib/toast";
import { Button } from "./button";

/** Stands once in the layout. Its words are set by whoever calls `toast`; `close` is the name of the ×. */
export function Toaster({ close }: { close: string }) {
  const toasts = useToasts();
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
          {action ? (
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
          ) : null}
          <Button look="quiet" size="icon" aria-label={close} onClick={() => dismissToast(id)}>
            <X aria-hidden="true" />
          </Button>
        </div>
      ))}
    </div>
  );
}
