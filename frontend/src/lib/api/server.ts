import "server-only";

import { cookies, headers } from "next/headers";
import { notFound, permanentRedirect, redirect } from "next/navigation";
import createClient, { type Client } from "openapi-fetch";
import { cache } from "react";
import { addressOf } from "@/lib/session/refresh";
import { accessName } from "@/lib/session/cookies";
import { apiUrl } from "@/lib/env";
import { requestContext, setFailure } from "@/lib/request-context";
import { fetchApi } from "./fetch";
import { apiError, type ApiError, unreachable } from "./problem";
import type { paths } from "./schema";

const TIMEOUT = 5_000;
/** Retry-After in seconds while the API is unreachable. */
const RETRY_AFTER = 2;
/** Statuses for input that no link of the site contains: a broken cursor, a NUL, an overlong URL. */
const NO_SUCH_PAGE = [400, 404, 414, 422, 431];

/** Set by proxy.ts: path and query of the page. */
export const CURRENT_PATH = "x-current-path";

/**
 * API client for server components and server actions, with the session of the request's cookies:
 *
 *     const project = await load((await api()).GET("/api/v1/projects/{handle}/{slug}", { params: { path } }));
 */
export const api = cache(async (): Promise<Client<paths>> => {
  const [jar, incoming] = await Promise.all([cookies(), headers()]);
  const token = jar.get(accessName())?.value;
  const passed = new Headers({ accept: "application/json" });
  const language = incoming.get("accept-language");
  if (language !== null) passed.set("accept-language", language);
  const address = addressOf(incoming);
  if (address !== null) passed.set("x-forwarded-for", address);
  if (token !== undefined) passed.set("authorization", `Bearer ${token}`);

  return createClient<paths>({
    baseUrl: apiUrl(),
    headers: passed,
    fetch: async (request: Request) => {
      try {
        const context = requestContext.getStore();
        if (context !== undefined) context.hasAskedApi = true;
        return await fetchApi(request, { timeout: TIMEOUT, signal: context?.signal });
      } catch {
        setFailure(503, RETRY_AFTER);
        throw unreachable();
      }
    },
  });
});

type Answer<T> = { data?: T; error?: unknown; response: Response };

/**
 * Return the data of a response. Shows "not found" for a 404 and for malformed input; redirects a 401 to renew the
 * session or to log in. Throws all other errors as ApiError for the error page.
 */
export async function load<T>(answer: Promise<Answer<T>>): Promise<T> {
  const { data, error, response } = await encoded(answer);
  if (response.ok) return data as T;
  if (NO_SUCH_PAGE.includes(response.status)) notFound();
  if (response.status === 401) await renew();
  throw failed(response, error);
}

/** Like `load`, but null instead of "not found". */
export async function loadOrNull<T>(answer: Promise<Answer<T>>): Promise<T | null> {
  const { data, error, response } = await encoded(answer);
  if (response.ok) return data as T;
  if (response.status === 404) return null;
  if (NO_SUCH_PAGE.includes(response.status)) notFound();
  if (response.status === 401) await renew();
  throw failed(response, error);
}

/** A lone surrogate has no UTF-8 encoding, so the page does not exist. */
async function encoded<T>(answer: Promise<Answer<T>>): Promise<Answer<T>> {
  try {
    return await answer;
  } catch (error) {
    if (error instanceof URIError) notFound();
    throw error;
  }
}

/** Build the error of a response, and pass its status and Retry-After to the page's response. */
function failed(response: Response, body: unknown): ApiError {
  const error = apiError(response, body);
  setFailure(error.status, error.retryAfter);
  // A rate limiter or gateway answers 503 with its own body.
  return error.code === "unknown" && error.status > 500 ? unreachable() : error;
}

/** Return path and query of the page: `/projects/ada/clock?tab=…`. */
export async function currentPath(): Promise<string> {
  return (await headers()).get(CURRENT_PATH) ?? "/";
}

/** Redirect a page below the path `old` to the same page below `now`. */
export async function redirectMoved(old: string, now: string): Promise<never> {
  const here = await currentPath();
  permanentRedirect(here.startsWith(old) ? now + here.slice(old.length) : now);
}

/**
 * Renew a rejected token (session ended elsewhere, or keys changed) where cookies can be set. Without a token, log in.
 */
async function renew(): Promise<never> {
  const [jar, here] = await Promise.all([cookies(), currentPath()]);
  const page = jar.has(accessName()) ? "/session/renew" : "/login";
  redirect(`${page}?next=${encodeURIComponent(here)}`);
}
