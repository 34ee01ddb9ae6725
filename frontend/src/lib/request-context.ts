import { AsyncLocalStorage } from "node:async_hooks";

/** The current request, as known by the server entry (server/) but not by Next. */
export type RequestContext = {
  /** Aborted when the client disconnects before the response is complete. */
  readonly signal: AbortSignal;
  /** Whether a page or action has made its first API call. */
  hasAskedApi?: boolean;
  /** Status to send instead of that of Next's error page. */
  failure?: { status: number; retryAfter: number | null };
};

// The server entry and Next's bundles are compiled separately; each would have its own module variable.
const shared = globalThis as typeof globalThis & { __requestContext?: AsyncLocalStorage<RequestContext> };

export const requestContext = (shared.__requestContext ??= new AsyncLocalStorage<RequestContext>());

/** Set the status of the error page; the first call wins. */
export function setFailure(status: number, retryAfter: number | null = null): void {
  const context = requestContext.getStore();
  if (context !== undefined) context.failure ??= { status, retryAfter };
}
