import { readdirSync, readFileSync } from "node:fs";
import http from "node:http";
import path from "node:path";
import { CLIENT_ADDRESS, clientAddress, networks } from "@/lib/address";

/**
 * What has to happen where sockets and answers are at hand, before Next takes a request.
 *
 * Whose it is: Next gives handlers headers and no socket, and believes any X-Forwarded-For. The API counts visitors by
 * address, so the address comes from the socket, and from the proxies that TRUSTED_PROXIES names.
 *
 * Scripts and styles: Next would press each with gzip, again for every visitor. They never change, so the build has pressed
 * them once, with Brotli, as well as it goes.
 */
export function beforeRequests(): void {
  const trusted = networks(process.env.TRUSTED_PROXIES ?? "");
  const pressed = process.env.NODE_ENV === "production" ? readPressed() : new Map<string, Pressed>();
  const emit = http.Server.prototype.emit as (this: http.Server, event: string | symbol, ...rest: unknown[]) => boolean;
  http.Server.prototype.emit = function emitPrepared(this: http.Server, event: string | symbol, ...rest: unknown[]): boolean {
    const [request, response] = rest;
    if (event === "request" && request instanceof http.IncomingMessage && response instanceof http.ServerResponse) {
      const forwarded = request.headers["x-forwarded-for"];
      request.headers[CLIENT_ADDRESS] = clientAddress(
        request.socket.remoteAddress,
        Array.isArray(forwarded) ? forwarded.join(",") : forwarded,
        trusted,
      );
      if (sendPressed(pressed, request, response)) return true;
    }
    return emit.call(this, event, ...rest);
  };
}

type Pressed = { type: string; body: Buffer };

const TYPES: Record<string, string> = {
  ".js": "application/javascript; charset=UTF-8",
  ".css": "text/css; charset=UTF-8",
};

/** The files that scripts/standalone.mjs pressed, by their path; none where it has not run. */
function readPressed(): Map<string, Pressed> {
  const found = new Map<string, Pressed>();
  const root = path.join(process.cwd(), ".next", "static");
  let names: string[];
  try {
    names = readdirSync(root, { recursive: true, encoding: "utf8" });
  } catch {
    return found;
  }
  for (const name of names) {
    const plain = name.slice(0, -".br".length);
    const type = TYPES[path.extname(plain)];
    if (!name.endsWith(".br") || type === undefined) continue;
    found.set(`/_next/static/${plain.split(path.sep).join("/")}`, { type, body: readFileSync(path.join(root, name)) });
  }
  return found;
}

function sendPressed(pressed: Map<string, Pressed>, request: http.IncomingMessage, response: http.ServerResponse): boolean {
  const wanted = request.method === "GET" || request.method === "HEAD" ? pressed.get(request.url?.split("?")[0] ?? "") : undefined;
  if (wanted === undefined || !/(^|[\s,])br([\s,;]|$)/.test(String(request.headers["accept-encoding"] ?? ""))) return false;
  response.writeHead(200, {
    "content-type": wanted.type,
    "content-encoding": "br",
    "content-length": wanted.body.byteLength,
    "cache-control": "public, max-age=31536000, immutable",
    vary: "Accept-Encoding",
    "x-content-type-options": "nosniff",
  });
  response.end(request.method === "HEAD" ? undefined : wanted.body);
  return true;
}
