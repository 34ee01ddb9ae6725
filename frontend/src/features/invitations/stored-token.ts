/**
 * Token of an invitation while the maker logs in: for this tab, until it is answered, at most a day. It is not a
 * session token, and the mail contains it as well.
 */
const NAME = "invitation";
const LIFE = 24 * 60 * 60 * 1_000;

export function storeInvitation(token: string): void {
  try {
    sessionStorage.setItem(NAME, JSON.stringify({ token, at: Date.now() }));
  } catch {
    // Without storage, the maker opens the mailed link again.
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
  }
}
