"use client";

import { X } from "lucide-react";
import { useEffect, useId, useRef, type ReactNode } from "react";
import { cn } from "@/lib/cn";
import { Button } from "./button";

/**
 * Native modal dialog: traps the focus, closes with Escape and returns the focus. `close` is the label of its × button.
 * A click outside also closes it, unless `insist` is set because text would be lost.
 */
export function Dialog({
  open,
  onClose,
  title,
  close,
  insist = false,
  wide = false,
  footer,
  children,
}: {
  open: boolean;
  onClose: () => void;
  title: ReactNode;
  close: string;
  insist?: boolean;
  wide?: boolean;
  /** Buttons; the primary one comes last. */
  footer?: ReactNode;
  children?: ReactNode;
}) {
  const element = useRef<HTMLDialogElement>(null);
  const id = useId();

  useEffect(() => {
    const dialog = element.current;
    if (dialog === null) return;
    if (open && !dialog.open) dialog.showModal();
    if (!open && dialog.open) dialog.close();
  }, [open]);

  return (
    <dialog
      ref={element}
      aria-labelledby={id}
      className={cn(
        "m-auto max-h-[90dvh] w-[calc(100vw-2rem)] overflow-auto rounded-lg border border-line bg-raised p-0 text-ink backdrop:bg-black/45",
        wide ? "max-w-3xl" : "max-w-lg",
      )}
      onClose={onClose}
      onClick={(event) => {
        if (!insist && event.target === element.current) element.current?.close();
      }}
    >
      {open ? (
        <div className="flex flex-col">
          <div className="flex items-start justify-between gap-4 px-5 pt-4">
            <h2 id={id} className="pt-1.5 text-lg font-semibold">
              {title}
            </h2>
            <Button look="quiet" size="icon" className="-me-2" aria-label={close} onClick={() => element.current?.close()}>
              <X aria-hidden="true" />
            </Button>
          </div>
          <div className="px-5 pt-2 pb-5">{children}</div>
          {footer ? <div className="flex flex-wrap justify-end gap-3 border-t border-line px-5 py-3">{footer}</div> : null}
        </div>
      ) : null}
    </dialog>
  );
}
