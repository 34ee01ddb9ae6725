/**
 * Where somebody was going when they made an account. The link in the mail opens another tab, so this browser remembers it,
 * for a day. It is a path of ours and never a token.
 */
const NAME = "after-confirm";
/** A path of ours and never another site. */
const OURS = /^\/(?![/\\])[^\u0000-\u001f\u007f\\]*$/;
const LIFE = 24 * 60 * 60 * 1_000;

export function rememberNext(next: string): void {
  try {
    if (next === "/") localStorage.removeItem(NAME);
    else localStorage.setItem(NAME, JSON.stringify({ next, at: Date.now() }));
  } catch {
    // Without storage they begin at the front page.
  }
}

/** The path, once: it is forgotten by this. */
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
