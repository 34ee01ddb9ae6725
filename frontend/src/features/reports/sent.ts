import type { Reason } from "@/features/moderation/words";

/** How a report that was posted went, with what was typed, so that nothing of it is lost. */
export type Sent = { done: boolean; reason: Reason | null; note: string; problem: string | null };

export const NOT_SENT: Sent = { done: false, reason: null, note: "", problem: null };
