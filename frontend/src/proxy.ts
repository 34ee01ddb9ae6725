import { NextResponse, type NextRequest } from "next/server";
import { contentSecurityPolicy, SECURITY_HEADERS } from "@/lib/security";
import { accessName, clearedCookies, refreshName, sessionCookies, type SessionCookie } from "@/lib/session/cookies";
import { addressOf, refreshOnce } from "@/lib/session/refresh";

/**
 * Runs before every page and API request: renews a session with only a refresh token, and sets the policy with a nonce.
 * Never decides on access: the API does.
 */
export async function proxy(request: NextRequest): Promise<NextResponse> {
  const { pathname, search } = request.nextUrl;
  const headers = new Headers(request.headers);
  const changed = pathname.startsWith("/session/") ? [] : await renewed(request);
  for (const { name, value, maxAge } of changed) {
    if (maxAge > 0) request.cookies.set(name, value);
    else request.cookies.delete(name);
  }
  // Continue with the new cookies, so that this page already belongs to the maker.
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
  // Responses with a session must not be cached, even public lists, feeds and the sitemap. This replaces the header of
  // forward.ts, so keep the one of streams.
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
