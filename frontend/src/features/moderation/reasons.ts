/** Reasons of reports and removals as the API names them; their texts are in `moderation.reasons`. */
export const REASONS = ["spam", "harassment", "illegal", "copyright", "secrets", "other"] as const;

export type Reason = (typeof REASONS)[number];

export function isReason(value: unknown): value is Reason {
  return (REASONS as readonly unknown[]).includes(value);
}
