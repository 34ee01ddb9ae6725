import type { ComponentProps } from "react";
import { cn } from "@/lib/cn";

export const inputClass =
  "w-full min-h-10 rounded-md border border-edge bg-raised px-3 py-2 text-base sm:text-[0.9375rem] leading-6 text-ink placeholder:text-muted disabled:cursor-not-allowed disabled:opacity-60 aria-invalid:border-danger";

export function Input({ className, type = "text", ...props }: ComponentProps<"input">) {
  return <input type={type} className={cn(inputClass, className)} {...props} />;
}
