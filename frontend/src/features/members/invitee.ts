/**
 * Parse an invitee: text with an @ inside is an e-mail address, everything else a handle, with or without a leading @.
 */
export function inviteeOf(written: string): { handle: string } | { email: string } | null {
  const text = written.trim();
  const bare = text.replace(/^@/, "");
  if (bare === "") return null;
  return bare.includes("@") ? { email: text } : { handle: bare };
}
