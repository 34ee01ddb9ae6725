import type { Reason } from "@/features/moderation/reasons";

/** Result of a posted report, with its input. */
export type ReportResult = { done: boolean; reason: Reason | null; note: string; problem: string | null };

export const NO_RESULT: ReportResult = { done: false, reason: null, note: "", problem: null };
