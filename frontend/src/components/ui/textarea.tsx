import type { ComponentProps } from "react";
import { cn } from "@/lib/cn";
import { inputClass } from "./input";

/** `mono` for prompts. Grows with its text if the browser supports field-sizing. */
export function Textarea({ className, mono = false, rows = 4, ...props }: ComponentProps<"textarea"> & { mono?: boolean }) {
  return (
    <textarea
      rows={rows}
      className={cn(inputClass, "field-sizing-content max-h-[70vh]", mono && "font-mono sm:text-sm", className)}
      style={{ minHeight: `${rows * 1.5 + 1}rem` }}
      {...props}
    />
  );
}
