/**
 * Path to return to after registration. The mailed link opens another tab, so the browser stores the path for a day. It
 * is a local path, never a token.
 */
const NAME = "after-confirm";
/** Local paths only. */
const OURS = /^\/(?![/\\])[^\u0000-\u001f\u007f\\]*$/;
const LIFE = 24 * 60 * 60 * 1_000;

export function rememberNext(next: string): void {
  try {
    if (next === "/") localStorage.removeItem(NAME);
    else localStorage.setItem(NAME, JSON.stringify({ next, at: Date.now() }));
  } catch {
    // Without storage, continue on the home page.
  }
}

/** Return the path and forget it. */
export function takeNext(): string {
  try {
    const text = localStorage.getItem(NAME);
    localStorage.removeItem(NAME);
    if (text === null) return "/";
    const { next, at } = JSON.parse(text) as { next: unknown; at: unknown };
    if (typeof next !== "string" || typeof at !== "number" || Date.now() - at > LIFE) return "/";
    return OURS.test(next) ? next : "/";
  } catch {
    return "/";
  }
}
