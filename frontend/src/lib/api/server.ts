import "server-only";

import { cookies, headers } from "next/headers";
import { notFound, redirect } from "next/navigation";
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
/** Seconds after which a client may try again when the API cannot be reached. */
const RETRY_AFTER = 2;
/** What the API answers to input that no link of ours has: a broken cursor, a NUL, an address that is too long. */
const NO_SUCH_PAGE = [400, 404, 414, 422, 431];

/** Set by proxy.ts: where the browser is, with its query. */
export const CURRENT_PATH = "x-current-path";

/**
 * The API for server components and server actions: as the maker whose cookies came, else as a visitor.
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
 * Return the data of an answer. A 404, and what the API rejects as malformed, shows the page "not found"; 401 leads to
 * renewing the session or to logging in. Everything else is thrown as an ApiError, which the error page knows.
 */
export async function load<T>(answer: Promise<Answer<T>>): Promise<T> {
  const { data, error, response } = await encoded(answer);
  if (response.ok) return data as T;
  if (NO_SUCH_PAGE.includes(response.status)) notFound();
  if (response.status === 401) await renew();
  throw failed(response, error);
}

/** Like `load`, and null where that would say "not found": for what a page can do without. */
export async function loadOrNull<T>(answer: Promise<Answer<T>>): Promise<T | null> {
  const { data, error, response } = await encoded(answer);
  if (response.ok) return data as T;
  if (response.status === 404) return null;
  if (NO_SUCH_PAGE.includes(response.status)) notFound();
  if (response.status === 401) await renew();
  throw failed(response, error);
}

/** A lone surrogate has no UTF-8, so there is no address with it to ask for. */
async function encoded<T>(answer: Promise<Answer<T>>): Promise<Answer<T>> {
  try {
    return await answer;
  } catch (error) {
    if (error instanceof URIError) notFound();
    throw error;
  }
}

/** The error of an answer. The page that shows it has the API's status, and its Retry-After. */
function failed(response: Response, body: unknown): ApiError {
  const error = apiError(response, body);
  setFailure(error.status, error.retryAfter);
  // A limit or a gateway in front of the API says 503 in words of its own.
  return error.code === "unknown" && error.status > 500 ? unreachable() : error;
}

/** Where the browser is: `/projects/ada/clock?tab=…`. */
export async function currentPath(): Promise<string> {
  return (await headers()).get(CURRENT_PATH) ?? "/";
}

/**
 * A token that the API does not take (the session was ended elsewhere, or the API's keys were changed) can only be put
 * right where cookies can be set. Without one, the page needs a maker.
 */
async function renew(): Promise<never> {
  const [jar, here] = await Promise.all([cookies(), currentPath()]);
  const page = jar.has(accessName()) ? "/session/renew" : "/login";
  redirect(`${page}?next=${encodeURIComponent(here)}`);
}
