/**
 * The token of an invitation while somebody logs in first: for this tab, until it was answered, and never longer than a
 * day. It is no token of a session; the mail that it came by has it too.
 */
const NAME = "invitation";
const LIFE = 24 * 60 * 60 * 1_000;

export function storeInvitation(token: string): void {
  try {
    sessionStorage.setItem(NAME, JSON.stringify({ token, at: Date.now() }));
  } catch {
    // Without storage the link in the mail is opened once more.
  }
}

export function storedInvitation(): string | null {
  try {
    const { token, at } = JSON.parse(sessionStorage.getItem(NAME) ?? "{}") as { token?: unknown; at?: unknown };
    return typeof token === "string" && typeof at === "number" && Date.now() - at < LIFE ? token : null;
  } catch {
    return null;
  }
}

export function clearInvitation(): void {
  try {
    sessionStorage.removeItem(NAME);
  } catch {
    // As above.
  }
}
