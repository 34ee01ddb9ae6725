/** What the API says of a new password, said before it is sent. Known passwords are the API's to know. */
export type PasswordProblem = "too_short" | "too_long" | "too_common" | "too_personal";

export const SHORTEST = 12;
export const LONGEST = 128;

export function passwordProblem(password: string, personal: readonly string[] = []): PasswordProblem | null {
  const normal = password.normalize("NFKC");
  // In characters, as the API counts, and not in halves of them.
  const length = Array.from(normal).length;
  if (length < SHORTEST) return "too_short";
  if (length > LONGEST || Array.from(password).length > LONGEST) return "too_long";
  const folded = normal.toLowerCase();
  if (repeats(folded)) return "too_common";
  const own = personal.flatMap((text) => [text, text.split("@")[0] ?? ""]).map((text) => text.normalize("NFKC").toLowerCase());
  return own.includes(folded) ? "too_personal" : null;
}

/** How many characters are missing. */
export function missingCharacters(password: string): number {
  return Math.max(0, SHORTEST - Array.from(password.normalize("NFKC")).length);
}

/** One shorter text again and again: abcabcabcabc. */
function repeats(text: string): boolean {
  for (let size = 1; size <= text.length / 2; size += 1) {
    if (text.slice(0, size).repeat(Math.ceil(text.length / size)).startsWith(text)) return true;
  }
  return false;
}
