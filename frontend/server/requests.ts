import { type IncomingMessage, type RequestListener, type ServerResponse, STATUS_CODES } from "node:http";
import type { BlockList, Socket } from "node:net";
import { CLIENT_ADDRESS, clientAddress, isTrusted } from "@/lib/client-address";
import { type RequestContext, requestContext } from "@/lib/request-context";
import { fromOurPages } from "@/lib/same-origin";
import type { Clients } from "./clients";
import { MAX_API_BODY, MAX_PAGE_BODY, MAX_PIPELINED } from "./limits";
import { sendCompressed, type StaticFiles } from "./static-files";

const METHODS = ["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"];
const PAGE_METHODS = ["GET", "HEAD", "POST", "OPTIONS"];
/** No route has this path: Next renders not-found.tsx, which explains why the request is rejected. */
const REFUSED_PATH = "/refused";
/** Headers that make Next do more than render a page. */
const PAGE_HEADERS = ["next-action", "rsc", "next-router-state-tree", "next-router-prefetch", "next-url", "content-type", "content-length"];

export type Options = {
  clients: Clients;
  trusted: BlockList;
  files: StaticFiles;
  /** Sent with every response. */
  headers: Readonly<Record<string, string>>;
  next: (request: IncomingMessage, response: ServerResponse) => Promise<void>;
};

type Refusal = { status: number; code: string; detail: string; headers?: Record<string, string> };

const BUSY: Refusal = {
  status: 503,
  code: "unavailable",
  detail: "Too many requests at once from this address. Try again in a moment.",
  headers: { "retry-after": "1" },
};

/** The request listener: refuse or correct what Next must not see, and hand the rest on. */
export function requestListener({ clients, trusted, files, headers, next }: Options): RequestListener {
  return (request, response) => {
    for (const [name, value] of Object.entries(headers)) response.setHeader(name, value);
    const ends = endsOf(request.socket);
    if (ends.size >= MAX_PIPELINED) return void request.socket.destroy();
    if (sendCompressed(files, request, response)) return;
    const address = identify(request, trusted);
    request.url = originForm(request.url ?? "");
    const body = bodySize(request);
    const release = clients.begin(address, body);
    if (release === null) return sendProblem(response, BUSY);
    whenEnded(request.socket, response, release);

    const isPage = !/^\/(api|session|_next)(\/|$)/.test(request.url);
    const refusal = check(request, isPage, body);
    if (refusal !== null && !isPage) return sendProblem(response, refusal);
    const context = contextOf(request, response, release);
    if (refusal !== null) refuse(request, response, context, refusal);
    const serve = () => requestContext.run(context, next, request, response).catch((error: unknown) => fail(response, error));
    if (!isPage) return void serve();
    clients.page(address, (done) => {
      if (request.socket.destroyed) return done();
      whenEnded(request.socket, response, done);
      void serve();
    });
  };
}

/** Functions to call when the requests of a connection end. */
const endings = new WeakMap<Socket, Map<ServerResponse, (() => void)[]>>();

function endsOf(socket: Socket): Map<ServerResponse, (() => void)[]> {
  let ends = endings.get(socket);
  if (ends === undefined) {
    const created = (ends = new Map<ServerResponse, (() => void)[]>());
    endings.set(socket, created);
    socket.once("close", () => {
      const all = [...created.values()].flat();
      created.clear();
      all.forEach((end) => end());
    });
  }
  return ends;
}

/**
 * Call `end` once, when the response is complete or its connection is closed. A pipelined response that waits for
 * another gets no event of its own.
 */
export function whenEnded(socket: Socket, response: ServerResponse, end: () => void): void {
  const ends = endsOf(socket);
  const known = ends.get(response);
  if (known !== undefined) return void known.push(end);
  const all = [end];
  ends.set(response, all);
  response.once("close", () => {
    if (ends.delete(response)) all.forEach((each) => each());
  });
}

/** Replace the address that the client claims. Next trusts any X-Forwarded-For; the API limits by address. */
function identify(request: IncomingMessage, trusted: BlockList): string {
  const forwarded = request.headers["x-forwarded-for"];
  const peer = request.socket.remoteAddress ?? "";
  const address = clientAddress(peer, Array.isArray(forwarded) ? forwarded.join(",") : forwarded, trusted);
  request.headers[CLIENT_ADDRESS] = address;
  if (!isTrusted(peer, trusted)) {
    for (const name of ["x-forwarded-host", "x-forwarded-proto", "x-forwarded-port"]) delete request.headers[name];
  }
  return address;
}

/** The path and query of a request target, which may be absolute (RFC 9112, section 3.2.2). */
function originForm(target: string): string {
  const path = target.replace(/^https?:\/\/[^/?#]*/i, "");
  return path === "" || path.startsWith("?") ? `/${path}` : path;
}

/** Bytes of the body; the maximum if the client does not say (chunked). */
function bodySize(request: IncomingMessage): number {
  if (request.headers["transfer-encoding"] !== undefined) return MAX_API_BODY;
  return Number(request.headers["content-length"] ?? 0);
}

function check(request: IncomingMessage, isPage: boolean, body: number): Refusal | null {
  const method = request.method ?? "";
  const methods = isPage ? PAGE_METHODS : METHODS;
  if (!methods.includes(method)) {
    const allow = methods.join(", ");
    return { status: 405, code: "method_not_allowed", detail: `Method not allowed. Use ${allow}.`, headers: { allow } };
  }
  if (!isDecodable(request.url ?? "")) return { status: 404, code: "not_found", detail: "No such path." };
  const isChunked = request.headers["transfer-encoding"] !== undefined;
  if (!isChunked && body > (isPage ? MAX_PAGE_BODY : MAX_API_BODY)) {
    return { status: 413, code: "body_too_large", detail: "Request body too large. Shorten it." };
  }
  // Routes below /api and /session compare the origin themselves.
  if (!isPage || method !== "POST") return null;
  const { origin, host } = request.headers;
  if (!fromOurPages(new Headers({ ...pick(request, "sec-fetch-site"), ...pick(request, "origin"), ...(host && { host }) }))) {
    return { status: 403, code: "foreign_origin", detail: "Send changes from a page of this site." };
  }
  // Next answers 500 if the two differ, for example behind a proxy that replaces Host.
  if (origin !== undefined && origin !== "null") request.headers["x-forwarded-host"] = new URL(origin).host;
  return null;
}

function pick(request: IncomingMessage, name: string): Record<string, string> {
  const value = request.headers[name];
  return typeof value === "string" ? { [name]: value } : {};
}

function isDecodable(url: string): boolean {
  try {
    return url.startsWith("/") && !/[\0\r\n]/.test(decodeURIComponent(url.split("?")[0] ?? ""));
  } catch {
    return false;
  }
}

function contextOf(request: IncomingMessage, response: ServerResponse, release: () => void): RequestContext {
  const controller = new AbortController();
  whenEnded(request.socket, response, () => {
    if (!response.writableFinished) controller.abort();
  });
  const context: RequestContext = { signal: controller.signal };
  const writeHead = response.writeHead as (status: number, ...rest: unknown[]) => ServerResponse;
  response.writeHead = ((status: number, ...rest: unknown[]) => {
    const { failure } = context;
    // Next cannot set the status of an error page: it is always 500 or 404.
    const isBetter = failure !== undefined && status >= 400;
    if (isBetter && failure.retryAfter !== null) response.setHeader("retry-after", failure.retryAfter);
    writeHead.call(response, isBetter ? failure.status : status, ...rest);
    // An event stream stays open as long as its page; only its connection counts.
    if (String(response.getHeader("content-type")).startsWith("text/event-stream")) release();
    return response;
  }) as ServerResponse["writeHead"];
  return context;
}

/** Render the page that explains that the request is rejected, in the reader's language. */
function refuse(request: IncomingMessage, response: ServerResponse, context: RequestContext, { status, headers = {} }: Refusal): void {
  request.method = request.method === "HEAD" ? "HEAD" : "GET";
  request.url = REFUSED_PATH;
  for (const name of PAGE_HEADERS) delete request.headers[name];
  for (const [name, value] of Object.entries(headers)) response.setHeader(name, value);
  context.failure = { status, retryAfter: null };
}

function sendProblem(response: ServerResponse, { status, code, detail, headers = {} }: Refusal): void {
  response.writeHead(status, {
    "content-type": "application/problem+json",
    "cache-control": "no-store",
    "x-content-type-options": "nosniff",
    ...headers,
  });
  response.end(JSON.stringify({ type: "about:blank", title: STATUS_CODES[status], status, code, detail }));
}

function fail(response: ServerResponse, error: unknown): void {
  console.error(error);
  if (!response.headersSent) response.statusCode = 500;
  response.end();
}
