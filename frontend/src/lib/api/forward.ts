import "server-only";

import type { NextRequest } from "next/server";
import { apiUrl } from "@/lib/env";
import { fromOurPages } from "@/lib/same-origin";
import { accessName, clearedCookies, refreshName, sessionCookies, type SessionCookie } from "@/lib/session/cookies";
import { addressOf, refreshOnce } from "@/lib/session/refresh";
import { setCookieHeader } from "@/lib/session/set-cookie";
import { fetchApi } from "./fetch";
import { allowedPath } from "./paths";

const REQUEST_HEADERS = [
  "accept",
  "accept-language",
  "content-type",
  "idempotency-key",
  "if-match",
  "if-none-match",
  "last-event-id",
  "x-request-id",
];
const RESPONSE_HEADERS = [
  "allow",
  "cache-control",
  "content-disposition",
  "content-type",
  "etag",
  "idempotency-replayed",
  "ratelimit",
  "ratelimit-policy",
  "retry-after",
  "vary",
  "x-request-id",
];
export const LARGEST = 2 * 1024 * 1024;
/** Until the response starts. A stream may then stay open. */
const TIMEOUT = 20_000;

/** Forward a request of the browser to the API, with the session of its cookies. */
export async function forward(request: NextRequest): Promise<Response> {
  const { pathname, search } = request.nextUrl;
  const path = allowedPath(request.method, pathname);
  if (path === null) return problem(404, "not_found", "No such path.");
  const writes = request.method !== "GET" && request.method !== "HEAD";
  if (writes && !fromOurPages(request.headers)) {
    return problem(403, "foreign_origin", "Send changes from a page of this site.");
  }
  const body = writes ? await bounded(request, LARGEST) : null;
  if (body === "too large") return problem(413, "body_too_large", "Request body too large. Shorten it.");

  const token = request.cookies.get(accessName())?.value;
  const target = apiUrl() + path + search;
  try {
    let answer = await ask(request, target, body, token);
    let changed: SessionCookie[] = [];
    if (answer.status === 401 && token !== undefined) {
      const old = request.cookies.get(refreshName())?.value;
      const again = old === undefined ? null : await refreshOnce(old, addressOf(request.headers));
      if (again?.state === "fresh") {
        await answer.body?.cancel();
        answer = await ask(request, target, body, again.tokens.access);
        changed = sessionCookies(again.tokens);
      } else if (again?.state === "refused") {
        changed = clearedCookies();
      }
    }
    return passOn(answer, changed);
  } catch {
    if (request.signal.aborted) return new Response(null, { status: 499 });
    return problem(503, "api_unreachable", "Can't reach the server.", { "retry-after": "2" });
  }
}

async function ask(request: NextRequest, target: string, body: Uint8Array<ArrayBuffer> | null, token: string | undefined): Promise<Response> {
  const headers = new Headers();
  for (const name of REQUEST_HEADERS) {
    const value = request.headers.get(name);
    if (value !== null) headers.set(name, value);
  }
  const address = addressOf(request.headers);
  if (address !== null) headers.set("x-forwarded-for", address);
  if (token !== undefined) headers.set("authorization", `Bearer ${token}`);

  return await fetchApi(target, {
    method: request.method,
    headers,
    body: body !== null && body.byteLength > 0 ? body : undefined,
    redirect: "manual",
    timeout: TIMEOUT,
    isStream: true,
    signal: request.signal,
  });
}

function passOn(answer: Response, cookies: SessionCookie[]): Response {
  const headers = new Headers();
  for (const name of RESPONSE_HEADERS) {
    const value = answer.headers.get(name);
    if (value !== null) headers.set(name, value);
  }
  const location = answer.headers.get("location");
  if (location !== null) {
    const url = new URL(location, apiUrl());
    headers.set("location", url.pathname + url.search);
  }
  if (headers.get("content-type")?.startsWith("text/event-stream")) {
    // Neither our compression nor a proxy may buffer events.
    headers.set("cache-control", "no-cache, no-transform");
    headers.set("x-accel-buffering", "no");
  }
  headers.set("x-content-type-options", "nosniff");
  for (const cookie of cookies) headers.append("set-cookie", setCookieHeader(cookie));
  // The API marks a list as public, but this response contains session cookies.
  if (cookies.length > 0) headers.set("cache-control", "private, no-store, no-transform");
  const bare = [204, 205, 304].includes(answer.status);
  return new Response(bare ? null : answer.body, { status: answer.status, headers });
}

/** Read at most `largest` bytes of a body, whatever its declared length. */
export async function bounded(request: Request, largest: number): Promise<Uint8Array<ArrayBuffer> | null | "too large"> {
  if (Number(request.headers.get("content-length") ?? 0) > largest) return "too large";
  if (request.body === null) return null;
  const chunks: Uint8Array[] = [];
  let length = 0;
  const reader = request.body.getReader();
  for (;;) {
    const { done, value } = await reader.read();
    if (done) break;
    length += value.byteLength;
    if (length > largest) {
      await reader.cancel();
      return "too large";
    }
    chunks.push(value);
  }
  const whole = new Uint8Array(length);
  let at = 0;
  for (const chunk of chunks) {
    whole.set(chunk, at);
    at += chunk.byteLength;
  }
  return whole;
}

const TITLES: Record<number, string> = {
  403: "Forbidden",
  404: "Not Found",
  413: "Content Too Large",
  503: "Service Unavailable",
};

export function problem(status: number, code: string, detail: string, headers: Record<string, string> = {}): Response {
  return new Response(JSON.stringify({ type: "about:blank", title: TITLES[status] ?? "Error", status, code, detail }), {
    status,
    headers: { "content-type": "application/problem+json", "cache-control": "no-store", ...headers },
  });
}
