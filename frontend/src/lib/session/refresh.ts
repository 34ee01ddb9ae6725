import { createHash } from "node:crypto";
import { CLIENT_ADDRESS } from "@/lib/client-address";
import { fetchApi } from "@/lib/api/fetch";
import { apiUrl } from "@/lib/env";

export type Tokens = { access: string; refresh: string; expiresIn: number };

/** `refused`: the session has ended. `away`: nobody knows; the cookies stay and the next request tries again. */
export type Refreshed = { state: "fresh"; tokens: Tokens } | { state: "refused" } | { state: "away" };

/** As long as the API gives the same successor for the same token. */
const REMEMBERED = 10_000;
const MOST = 10_000;
const TIMEOUT = 5_000;

type Entry = { answer: Promise<Refreshed>; until: number };

// proxy.ts is bundled apart from route handlers: a module's own variable would be there twice.
const shared = globalThis as typeof globalThis & { __refreshes?: Map<string, Entry> };

/**
 * Trades a refresh token once, however many requests ask for it at the same time or shortly after.
 *
 * Twenty pages opened at once with an access token that is over would else send the same token twenty times, and the last
 * of them after the ten seconds in which the API forgives that.
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
      // Who asks again after an outage is to ask the API again.
      if (answer.state === "away") entries.delete(key);
      else entry.until = now() + REMEMBERED;
      return answer;
    });
  return entry.answer;
}

function forgetOld(entries: Map<string, Entry>, now: number): void {
  // In the order they came, so the oldest are first.
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
    // Without the signal of a request: several wait for this one answer.
    timeout: TIMEOUT,
  });
  const tokens = response.ok ? readTokens(await response.json()) : null;
  if (tokens !== null) return { state: "fresh", tokens };
  await response.body?.cancel();
  // 401: over. 400 and 422: no token of ours. Anything else is trouble that passes.
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
