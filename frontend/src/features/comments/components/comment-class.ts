import { cn } from "@/lib/cn";

/** Class of a comment's `<li>`, a knot of the thread. */
export function commentClass(isMarked: boolean): string {
  return cn("min-w-0 scroll-mt-4 pt-1.5 pb-4 target:[&>article]:bg-accent-soft", isMarked && "thread-now");
}

/** Class of a list of comments. Indents less at depth, and even less on phones. */
export const THREAD_CLASS = "thread [&>li]:border-0!";
export const REPLIES_CLASS = "thread mt-2 [&>li]:ps-5! sm:[&>li]:ps-7!";
