/** Why something is reported or removed, as the API names it; their words are `moderation.reasons`. */
export const REASONS = ["spam", "harassment", "illegal", "copyright", "secrets", "other"] as const;

export type Reason = (typeof REASONS)[number];

export function isReason(value: unknown): value is Reason {
  return (REASONS as readonly unknown[]).includes(value);
}
