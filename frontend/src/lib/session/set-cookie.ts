import type { SessionCookie } from "./cookies";

export function setCookieHeader(cookie: SessionCookie): string {
  const secure = cookie.secure ? "; Secure" : "";
  return `${cookie.name}=${encodeURIComponent(cookie.value)}; Path=${cookie.path}; Max-Age=${cookie.maxAge}; HttpOnly; SameSite=Lax${secure}`;
}
