/** Tokens of links in mails: base64url, in the fragment, which browsers send to nobody. */
const TOKEN = /^#([A-Za-z0-9_-]{16,128})$/;

/** The token of the address, or null. `hash` is `location.hash`. */
export function tokenOf(hash: string): string | null {
  return TOKEN.exec(hash)?.[1] ?? null;
}

/**
 * Reads the token and takes it out of the address bar, so that it is in no history, no screenshot and no copied link. The
 * address is changed a moment later: by then the router watches, and does not put the old one back.
 */
export function takeToken(): string | null {
  const token = tokenOf(location.hash);
  if (location.hash !== "") {
    setTimeout(() => history.replaceState(history.state, "", location.pathname + location.search), 0);
  }
  return token;
}
