import type { Reason } from "@/features/moderation/reasons";

/** How a report that was posted went, with what was typed, so that nothing of it is lost. */
export type ReportResult = { done: boolean; reason: Reason | null; note: string; problem: string | null };

export const NO_RESULT: ReportResult = { done: false, reason: null, note: "", problem: null };
