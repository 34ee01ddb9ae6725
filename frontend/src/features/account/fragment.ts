/** Mailed tokens: base64url, in the fragment, which browsers do not send. */
const TOKEN = /^#([A-Za-z0-9_-]{16,128})$/;

/** Return the token of `location.hash`, or null. */
export function tokenOf(hash: string): string | null {
  return TOKEN.exec(hash)?.[1] ?? null;
}

/**
 * Read the token and remove it from the URL, so that it is not in the history, screenshots and copied links. Changes
 * the URL with a delay, because the router would restore it.
 */
export function takeToken(): string | null {
  const token = tokenOf(location.hash);
  if (location.hash !== "") {
    setTimeout(() => history.replaceState(history.state, "", location.pathname + location.search), 0);
  }
  return token;
}
