/** Limits of the web server. Sizes are in bytes, times in milliseconds. */
export const MAX_HEADER_SIZE = 16 * 1024;
/** From the connection, or the previous request, to the end of the request head. */
export const HEADERS_TIMEOUT = 10_000;
/** From the first byte of a request to the end of its body. Responses, such as event streams, have no limit. */
export const REQUEST_TIMEOUT = 30_000;
/** How often Node looks for connections past these timeouts. */
export const TIMEOUT_CHECK_INTERVAL = 1_000;

/** Body of a request to a page: a form or a server action. */
export const MAX_PAGE_BODY = 256 * 1024;
/** Body of a request to /api or /session, as the API takes it; forward.ts has the same limit for a chunked body. */
export const MAX_API_BODY = 2 * 1024 * 1024;
/** Request bodies that are being received or held, for one address and in all. */
export const MAX_BODIES_PER_ADDRESS = 8 * 1024 * 1024;
export const MAX_BODIES = 64 * 1024 * 1024;

/** Pages that are rendered at once for one address. Further ones wait, so that no address occupies the process. */
export const MAX_PAGES_PER_ADDRESS = 8;

/** Requests of one connection that wait for each other's responses. Browsers and proxies send one at a time. */
export const MAX_PIPELINED = 8;

/** Refused connections that are kept open until the client has read the response. */
export const MAX_LINGERING = 100;
export const LINGER_TIMEOUT = 1_000;

/** Time that requests get to finish after SIGTERM. */
export const DRAIN_TIMEOUT = 8_000;

/** A positive integer from the environment. Raises for anything else. */
export function positiveInteger(name: string, fallback: number): number {
  const text = process.env[name]?.trim() ?? "";
  if (text === "") return fallback;
  if (!/^[1-9]\d{0,8}$/.test(text)) throw new Error(`${name} must be a positive integer, not ${JSON.stringify(text)}.`);
  return Number(text);
}
