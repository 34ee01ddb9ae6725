import type { Client } from "openapi-fetch";
import { reportReached, reportUnreachable } from "@/lib/connection";
import { apiError, ApiError, unreachable } from "./problem";
import type { paths } from "./schema";

const METHODS = ["GET", "POST", "PUT", "PATCH", "DELETE"] as const;

export { ApiError, fieldErrors, problemMessage } from "./problem";

/**
 * API client for client components. Requests go through our server, which adds the session. Throws an ApiError for every
 * status from 400 and for network failures, so `data` is always set:
 *
 *     const { data, response } = await browserApi.PATCH("/api/v1/me", { body, headers: { "If-Match": etag } });
 *
 * Read a new ETag with `response.headers.get("etag")`.
 */
export const browserApi = Object.fromEntries(
  METHODS.map((method) => [
    method,
    async (...given: unknown[]) => {
      const call = (await client())[method] as (...given: unknown[]) => unknown;
      return call(...given);
    },
  ]),
) as unknown as Pick<Client<paths>, (typeof METHODS)[number]>;

/** Loaded with the first call: pages without calls do not pay for it. */
async function client(): Promise<Client<paths>> {
  try {
    const { default: createClient } = await import("openapi-fetch");
    return createClient<paths>({ baseUrl: "", fetch: send });
  } catch {
    reportUnreachable();
    throw unreachable();
  }
}

async function send(request: Request): Promise<Response> {
  let response: Response;
  try {
    response = await fetch(request);
  } catch (error) {
    if (request.signal.aborted) throw error;
    reportUnreachable();
    throw unreachable();
  }
  if (response.ok || response.status === 304) {
    reportReached();
    return response;
  }
  const error: ApiError = apiError(response, await response.json().catch(() => null));
  // A gateway answers 502 or 504 with its own body.
  if (error.unreachable || (error.code === "unknown" && response.status > 500)) {
    reportUnreachable();
    throw error.unreachable ? error : unreachable();
  }
  throw error;
}
