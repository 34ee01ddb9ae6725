import type { NextRequest } from "next/server";
import { apiUrl } from "@/lib/env";
import { fetchApi } from "@/lib/api/fetch";
import { bounded, problem } from "@/lib/api/forward";
import { fromOurPages, localPath } from "@/lib/same-origin";
import { sessionCookies } from "@/lib/session/cookies";
import { addressOf, readTokens } from "@/lib/session/refresh";
import { setCookieHeader } from "@/lib/session/set-cookie";

export const dynamic = "force-dynamic";

const LARGEST = 8_192;

/** Log in with JSON from a script (204 or a problem), or a form without scripts (303). No response contains a token. */
export async function POST(request: NextRequest): Promise<Response> {
  if (!fromOurPages(request.headers)) return problem(403, "foreign_origin", "Log in from a page of this site.");
  const byForm = !request.headers.get("content-type")?.startsWith("application/json");
  const sent = await read(request, byForm);
  if (sent === null) return problem(400, "malformed_json", "Send an e-mail address and a password.");
  const { email, password, next } = sent;

  let answer: Response;
  try {
    answer = await fetchApi(`${apiUrl()}/api/v1/auth/login`, {
      method: "POST",
      headers: headersFor(request),
      body: JSON.stringify({ email, password }),
      timeout: 10_000,
      signal: request.signal,
    });
  } catch {
    if (byForm) return back(next, "api_unreachable");
    return problem(503, "api_unreachable", "Can't reach the server.", { "retry-after": "2" });
  }
  const body: unknown = await answer.json().catch(() => null);
  const tokens = answer.ok ? readTokens(body) : null;
  if (tokens === null) {
    const refusal = (typeof body === "object" && body !== null ? body : {}) as Record<string, unknown>;
    if (byForm) return back(next, typeof refusal.code === "string" ? refusal.code : "unknown");
    const headers = new Headers({ "content-type": "application/problem+json", "cache-control": "no-store" });
    const after = answer.headers.get("retry-after");
    if (after !== null) headers.set("retry-after", after);
    // A success that cannot be parsed is a failure, and its body contains tokens: do not forward it.
    return answer.ok
      ? problem(502, "unknown", "The server's answer could not be read.")
      : new Response(JSON.stringify(refusal), { status: answer.status, headers });
  }

  const headers = new Headers({ "cache-control": "no-store" });
  for (const cookie of sessionCookies(tokens)) headers.append("set-cookie", setCookieHeader(cookie));
  if (!byForm) return new Response(null, { status: 204, headers });
  headers.set("location", localPath(next));
  return new Response(null, { status: 303, headers });
}

async function read(request: NextRequest, byForm: boolean): Promise<{ email: string; password: string; next: string } | null> {
  try {
    const body = await bounded(request, LARGEST);
    if (body === "too large") return null;
    const whole = new Response(body, { headers: { "content-type": request.headers.get("content-type") ?? "" } });
    const sent: Record<string, unknown> = byForm ? Object.fromEntries(await whole.formData()) : await whole.json();
    const { email, password, next } = sent;
    if (typeof email !== "string" || typeof password !== "string") return null;
    return { email: email.trim(), password, next: typeof next === "string" ? next : "/" };
  } catch {
    return null;
  }
}

function headersFor(request: NextRequest): Headers {
  const headers = new Headers({ "content-type": "application/json", accept: "application/json" });
  for (const name of ["accept-language", "user-agent"]) {
    const value = request.headers.get(name);
    if (value !== null) headers.set(name, value);
  }
  const address = addressOf(request.headers);
  if (address !== null) headers.set("x-forwarded-for", address);
  return headers;
}

function back(next: string, error: string): Response {
  const query = new URLSearchParams({ error, next: localPath(next) });
  return new Response(null, { status: 303, headers: { location: `/login?${query}`, "cache-control": "no-store" } });
}
