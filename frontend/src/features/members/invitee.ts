/** Who is meant: what has an @ inside is a mail address, all else a handle, with its @ or without. */
export function inviteeOf(written: string): { handle: string } | { email: string } | null {
  const text = written.trim();
  const bare = text.replace(/^@/, "");
  if (bare === "") return null;
  return bare.includes("@") ? { email: text } : { handle: bare };
}
