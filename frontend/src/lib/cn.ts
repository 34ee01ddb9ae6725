/**
 * Joins class names. Nothing is merged (tailwind-merge would be a twentieth of a page's script): two utilities that say
 * different things about one property must not meet, so components offer variants instead of being overridden.
 */
export function cn(...parts: (string | false | null | undefined)[]): string {
  return parts.filter(Boolean).join(" ");
}
