import type { NextRequest } from "next/server";
import { apiUrl } from "@/lib/env";
import { fetchApi } from "@/lib/api/fetch";
import { localPath } from "@/lib/same-origin";
import { accessName, clearedCookies, refreshName, sessionCookies, type SessionCookie } from "@/lib/session/cookies";
import { addressOf, refreshOnce } from "@/lib/session/refresh";
import { setCookieHeader } from "@/lib/session/set-cookie";

export const dynamic = "force-dynamic";

const TRIED = "renewed";

/**
 * Redirect target for pages whose token the API rejects, because server components cannot set cookies. Renew or end the
 * session, then return to the page. A second visit within seconds means that renewing does not help, unless another
 * page of this browser has renewed it meanwhile: twenty pages opened at once arrive one after the other.
 */
export async function GET(request: NextRequest): Promise<Response> {
  const next = localPath(request.nextUrl.searchParams.get("next"));
  const refresh = request.cookies.get(refreshName())?.value;
  let cookies: SessionCookie[] = clearedCookies();
  if (refresh !== undefined && !request.cookies.has(TRIED)) {
    const renewed = await refreshOnce(refresh, addressOf(request.headers));
    if (renewed.state === "fresh") cookies = sessionCookies(renewed.tokens);
    if (renewed.state === "away") cookies = [];
  } else if (refresh !== undefined && (await isGood(request))) {
    cookies = [];
  }
  const headers = new Headers({ location: next, "cache-control": "no-store" });
  for (const cookie of cookies) headers.append("set-cookie", setCookieHeader(cookie));
  headers.append("set-cookie", `${TRIED}=1; Path=/session; Max-Age=5; HttpOnly; SameSite=Lax`);
  return new Response(null, { status: 303, headers });
}

/** Check the access token with the API. Do not log anyone out while the API is unavailable. */
async function isGood(request: NextRequest): Promise<boolean> {
  const token = request.cookies.get(accessName())?.value;
  if (token === undefined) return false;
  const headers = new Headers({ authorization: `Bearer ${token}` });
  const address = addressOf(request.headers);
  if (address !== null) headers.set("x-forwarded-for", address);
  try {
    const answer = await fetchApi(`${apiUrl()}/api/v1/me`, { headers, timeout: 5_000, signal: request.signal });
    await answer.body?.cancel();
    return answer.status !== 401;
  } catch {
    return true;
  }
}
