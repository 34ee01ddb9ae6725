import { createHash } from "node:crypto";
import { CLIENT_ADDRESS } from "@/lib/client-address";
import { fetchApi } from "@/lib/api/fetch";
import { apiUrl } from "@/lib/env";

export type Tokens = { access: string; refresh: string; expiresIn: number };

/** `refused`: the session has ended. `away`: unknown; keep the cookies and retry with the next request. */
export type Refreshed = { state: "fresh"; tokens: Tokens } | { state: "refused" } | { state: "away" };

/** As long as the API returns the same successor for the same token. */
const REMEMBERED = 10_000;
const MOST = 10_000;
const TIMEOUT = 5_000;

type Entry = { answer: Promise<Refreshed>; until: number };

// proxy.ts is bundled separately from route handlers, so a module variable would exist twice.
const shared = globalThis as typeof globalThis & { __refreshes?: Map<string, Entry> };

/**
 * Refresh a session once for all requests with the same token at the same time or shortly after.
 *
 * Otherwise, twenty pages opened at once with an expired access token would send the same refresh token twenty times,
 * the last ones after the ten seconds in which the API accepts repeats.
 */
export function refreshOnce(
  token: string,
  address: string | null,
  trade: (token: string, address: string | null) => Promise<Refreshed> = tradeAtApi,
  now: () => number = Date.now,
): Promise<Refreshed> {
  const entries = (shared.__refreshes ??= new Map());
  const key = createHash("sha256").update(token).digest("base64");
  const known = entries.get(key);
  if (known !== undefined && known.until > now()) return known.answer;

  forgetOld(entries, now());
  const entry: Entry = { answer: trade(token, address), until: Number.POSITIVE_INFINITY };
  entries.set(key, entry);
  entry.answer = entry.answer
    .catch((): Refreshed => ({ state: "away" }))
    .then((answer) => {
      // Ask the API again after an outage.
      if (answer.state === "away") entries.delete(key);
      else entry.until = now() + REMEMBERED;
      return answer;
    });
  return entry.answer;
}

function forgetOld(entries: Map<string, Entry>, now: number): void {
  // In insertion order, so the oldest come first.
  for (const [key, entry] of entries) {
    if (entry.until > now && entries.size < MOST) break;
    entries.delete(key);
  }
}

async function tradeAtApi(token: string, address: string | null): Promise<Refreshed> {
  const headers = new Headers({ "content-type": "application/json", accept: "application/json" });
  if (address !== null) headers.set("x-forwarded-for", address);
  const response = await fetchApi(`${apiUrl()}/api/v1/auth/refresh`, {
    method: "POST",
    headers,
    body: JSON.stringify({ refresh_token: token }),
    // Do not use the signal of one request: several wait for this response.
    timeout: TIMEOUT,
  });
  const tokens = response.ok ? readTokens(await response.json()) : null;
  if (tokens !== null) return { state: "fresh", tokens };
  await response.body?.cancel();
  // 401: the session has ended. 400 and 422: not our token. Everything else is temporary.
  return { state: [400, 401, 422].includes(response.status) ? "refused" : "away" };
}

export function readTokens(body: unknown): Tokens | null {
  if (typeof body !== "object" || body === null) return null;
  const { access_token, refresh_token, expires_in } = body as Record<string, unknown>;
  if (typeof access_token !== "string" || typeof refresh_token !== "string" || typeof expires_in !== "number") return null;
  return { access: access_token, refresh: refresh_token, expiresIn: expires_in };
}

export function addressOf(headers: Headers): string | null {
  return headers.get(CLIENT_ADDRESS);
}
