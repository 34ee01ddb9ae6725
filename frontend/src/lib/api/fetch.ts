import "server-only";

/** Maximum number of calls that wait for the API, over all requests of this process. A normal load needs a tenth. */
export const MAX_WAITING = 256;

// Next compiles proxy.ts and route handlers separately; each would have its own module variable.
const shared = globalThis as typeof globalThis & { __apiCalls?: { waiting: number } };
const calls = (shared.__apiCalls ??= { waiting: 0 });

type Options = RequestInit & {
  /** Milliseconds until the response is complete; for a stream, until it starts. */
  timeout: number;
  isStream?: boolean;
};

/**
 * Fetch from the API. Rejects after `timeout`, when `signal` is aborted, and immediately if too many calls wait: a
 * hanging API must not pile up requests.
 */
export async function fetchApi(input: string | Request, { timeout, isStream = false, signal, ...init }: Options): Promise<Response> {
  if (calls.waiting >= MAX_WAITING) throw new Error("Too many pending calls to the API.");
  const begun = new AbortController();
  const timer = isStream ? setTimeout(() => begun.abort(), timeout) : undefined;
  const late = isStream ? begun.signal : AbortSignal.timeout(timeout);
  calls.waiting += 1;
  try {
    const both = signal === undefined || signal === null ? late : AbortSignal.any([late, signal]);
    return await fetch(input, { ...init, cache: "no-store", signal: both });
  } finally {
    calls.waiting -= 1;
    clearTimeout(timer);
  }
}
