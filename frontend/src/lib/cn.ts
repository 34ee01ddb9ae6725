/**
 * Join class names without merging (tailwind-merge would be 5 % of a page's script): conflicting utilities must not
 * meet, so components offer variants.
 */
export function cn(...parts: (string | false | null | undefined)[]): string {
  return parts.filter(Boolean).join(" ");
}
