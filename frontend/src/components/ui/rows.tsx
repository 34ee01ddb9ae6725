import type { ComponentProps } from "react";
import { cn } from "@/lib/cn";

/** List of rows separated by hairlines. */
export function Rows({ className, ...props }: ComponentProps<"ul">) {
  return <ul className={cn("divide-y divide-line", className)} {...props} />;
}

export function Row({ className, ...props }: ComponentProps<"li">) {
  return <li className={cn("py-4", className)} {...props} />;
}
