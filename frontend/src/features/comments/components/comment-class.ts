import { cn } from "@/lib/cn";

/** Of the `<li>` of a comment, a knot of the thread. */
export function commentClass(isMarked: boolean): string {
  return cn("min-w-0 scroll-mt-4 pt-1.5 pb-4 target:[&>article]:bg-accent-soft", isMarked && "thread-now");
}

/** Of a list of comments. Deep ones stand closer together, closer still on a phone. */
export const THREAD_CLASS = "thread [&>li]:border-0!";
export const REPLIES_CLASS = "thread mt-2 [&>li]:ps-5! sm:[&>li]:ps-7!";
