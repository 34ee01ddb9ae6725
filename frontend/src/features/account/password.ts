/** Password rules of the API, checked before sending. Only the API knows common passwords. */
export type PasswordProblem = "too_short" | "too_long" | "too_common" | "too_personal";

export const SHORTEST = 12;
export const LONGEST = 128;

export function passwordProblem(password: string, personal: readonly string[] = []): PasswordProblem | null {
  const normal = password.normalize("NFKC");
  // Count characters, as the API does, not UTF-16 units.
  const length = Array.from(normal).length;
  if (length < SHORTEST) return "too_short";
  if (length > LONGEST || Array.from(password).length > LONGEST) return "too_long";
  const folded = normal.toLowerCase();
  if (repeats(folded)) return "too_common";
  const own = personal.flatMap((text) => [text, text.split("@")[0] ?? ""]).map((text) => text.normalize("NFKC").toLowerCase());
  return own.includes(folded) ? "too_personal" : null;
}

/** Return the number of missing characters. */
export function missingCharacters(password: string): number {
  return Math.max(0, SHORTEST - Array.from(password.normalize("NFKC")).length);
}

/** Whether a shorter text repeats: abcabcabcabc. */
function repeats(text: string): boolean {
  for (let size = 1; size <= text.length / 2; size += 1) {
    if (text.slice(0, size).repeat(Math.ceil(text.length / size)).startsWith(text)) return true;
  }
  return false;
}
