import type { NextRequest } from "next/server";
import { apiUrl } from "@/lib/env";
import { fetchApi } from "@/lib/api/fetch";
import { problem } from "@/lib/api/forward";
import { fromOurPages } from "@/lib/same-origin";
import { accessName, clearedCookies, refreshName } from "@/lib/session/cookies";
import { addressOf, refreshOnce } from "@/lib/session/refresh";
import { setCookieHeader } from "@/lib/session/set-cookie";

export const dynamic = "force-dynamic";

/** End the session at the API and in this browser; in this browser even if the API is unavailable. */
export async function POST(request: NextRequest): Promise<Response> {
  if (!fromOurPages(request.headers)) return problem(403, "foreign_origin", "Log out from a page of this site.");
  await endAtApi(request).catch(() => undefined);
  const headers = new Headers({ location: "/", "cache-control": "no-store" });
  for (const cookie of clearedCookies()) headers.append("set-cookie", setCookieHeader(cookie));
  return new Response(null, { status: 303, headers });
}

async function endAtApi(request: NextRequest): Promise<void> {
  const address = addressOf(request.headers);
  let token = request.cookies.get(accessName())?.value;
  const refresh = request.cookies.get(refreshName())?.value;
  if (token === undefined && refresh !== undefined) {
    const renewed = await refreshOnce(refresh, address);
    if (renewed.state === "fresh") token = renewed.tokens.access;
  }
  if (token === undefined) return;
  const headers = new Headers({ authorization: `Bearer ${token}` });
  if (address !== null) headers.set("x-forwarded-for", address);
  const answer = await fetchApi(`${apiUrl()}/api/v1/auth/logout`, {
    method: "POST",
    headers,
    timeout: 5_000,
  });
  await answer.body?.cancel();
}
