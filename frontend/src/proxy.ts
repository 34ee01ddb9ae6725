import { NextResponse, type NextRequest } from "next/server";
import { contentSecurityPolicy, SECURITY_HEADERS } from "@/lib/security";
import { accessName, clearedCookies, refreshName, sessionCookies, type SessionCookie } from "@/lib/session/cookies";
import { addressOf, refreshOnce } from "@/lib/session/refresh";

/**
 * Before every page and every request to the API: a session that has only its refresh token left is renewed, and the page
 * gets its policy with a nonce. Whether somebody may see something is never decided here: the API does that.
 */
export async function proxy(request: NextRequest): Promise<NextResponse> {
  const { pathname, search } = request.nextUrl;
  const headers = new Headers(request.headers);
  const changed = pathname.startsWith("/session/") ? [] : await renewed(request);
  for (const { name, value, maxAge } of changed) {
    if (maxAge > 0) request.cookies.set(name, value);
    else request.cookies.delete(name);
  }
  // What goes on is the request with its new cookies: this very page is already the maker's.
  if (changed.length > 0) headers.set("cookie", request.cookies.toString());

  let response: NextResponse;
  if (pathname.startsWith("/api/") || pathname.startsWith("/session/")) {
    response = NextResponse.next({ request: { headers } });
  } else {
    const policy = contentSecurityPolicy(newNonce(), process.env.NODE_ENV === "development");
    headers.set("content-security-policy", policy);
    headers.set("x-current-path", pathname + search);
    response = NextResponse.next({ request: { headers } });
    response.headers.set("content-security-policy", policy);
  }
  for (const [name, value] of Object.entries(SECURITY_HEADERS)) response.headers.set(name, value);
  for (const { name, value, ...options } of changed) response.cookies.set(name, value, options);
  // Whatever it would be otherwise (lists, feeds and the sitemap are anybody's): a session is in nobody's cache. This takes
  // the place of what forward.ts says, and so has to leave streams as they are.
  if (changed.length > 0) {
    response.headers.set("cache-control", pathname.startsWith("/api/") ? "private, no-store, no-transform" : "private, no-store");
  }
  return response;
}

async function renewed(request: NextRequest): Promise<SessionCookie[]> {
  const refresh = request.cookies.get(refreshName())?.value;
  if (refresh === undefined || request.cookies.has(accessName())) return [];
  const answer = await refreshOnce(refresh, addressOf(request.headers));
  if (answer.state === "fresh") return sessionCookies(answer.tokens);
  return answer.state === "refused" ? clearedCookies() : [];
}

function newNonce(): string {
  return Buffer.from(crypto.getRandomValues(new Uint8Array(16))).toString("base64");
}

export const config = {
  matcher: ["/((?!_next/static|_next/image|favicon.ico|icon.svg|apple-icon.png|manifest.webmanifest|robots.txt|api/health$).*)"],
};
