import { AsyncLocalStorage } from "node:async_hooks";

/** The request that is being served, as the server entry (server/) knows it and Next does not tell. */
export type RequestContext = {
  /** Aborted when the client disconnects before the response is complete. */
  readonly signal: AbortSignal;
  /** Whether the code of a page or an action has run up to its first call. */
  hasAskedApi?: boolean;
  /** The status to send where Next would send an error page with another one. */
  failure?: { status: number; retryAfter: number | null };
};

// The server entry and Next's bundles are compiled separately; each would have its own module variable.
const shared = globalThis as typeof globalThis & { __requestContext?: AsyncLocalStorage<RequestContext> };

export const requestContext = (shared.__requestContext ??= new AsyncLocalStorage<RequestContext>());

/** Set the status of the error page that this request ends with; the first call wins. */
export function setFailure(status: number, retryAfter: number | null = null): void {
  const context = requestContext.getStore();
  if (context !== undefined) context.failure ??= { status, retryAfter };
}
