import { apiUrl } from "@/lib/env";

export const dynamic = "force-dynamic";

const shared = globalThis as typeof globalThis & { __health?: { at: number; up: Promise<boolean> } };

/** Report whether the API answers; open pages poll this during an outage. One API request per second at most. */
export async function GET(): Promise<Response> {
  const now = Date.now();
  let known = shared.__health;
  if (known === undefined || now - known.at > 1_000) {
    known = shared.__health = { at: now, up: probe() };
  }
  const up = await known.up;
  return Response.json({ api: up ? "up" : "away" }, { status: up ? 200 : 503, headers: { "cache-control": "no-store" } });
}

function probe(): Promise<boolean> {
  return fetch(`${apiUrl()}/readyz`, { cache: "no-store", signal: AbortSignal.timeout(2_000) })
    .then(async (response) => {
      await response.body?.cancel();
      return response.ok;
    })
    .catch(() => false);
}
