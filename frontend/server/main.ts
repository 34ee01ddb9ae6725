/**
 * The web server. scripts/standalone.mjs compiles it to the `server.js` of the standalone build. It replaces Next's
 * entry and adds limits on connections, requests and bodies, and the client's address from the socket.
 */
import { readFileSync } from "node:fs";
import http, { type ServerResponse } from "node:http";
import path from "node:path";
import { networks } from "@/lib/client-address";
import { configurationProblems, isHttps } from "@/lib/env";
import { Clients } from "./clients";
import { answerClientErrors, limitConnections } from "./connections";
import {
  DRAIN_TIMEOUT,
  HEADERS_TIMEOUT,
  MAX_HEADER_SIZE,
  positiveInteger,
  REQUEST_TIMEOUT,
  TIMEOUT_CHECK_INTERVAL,
} from "./limits";
import { requestListener, whenEnded } from "./requests";
import { readCompressed } from "./static-files";

const directory = import.meta.dirname;
process.chdir(directory);
Object.assign(process.env, { NODE_ENV: "production" });
const { config } = JSON.parse(readFileSync(path.join(directory, ".next", "required-server-files.json"), "utf8"));
process.env.__NEXT_PRIVATE_STANDALONE_CONFIG = JSON.stringify(config);

const problems = configurationProblems();
if (problems.length > 0) {
  console.error(["Invalid configuration:", ...problems, "See docs/operations.md."].join("\n"));
  process.exit(2);
}
const port = Number.parseInt(process.env.PORT ?? "", 10) || 3000;
const hostname = process.env.HOSTNAME || "0.0.0.0";
const trusted = networks(process.env.TRUSTED_PROXIES ?? "");
const clients = new Clients(positiveInteger("MAX_CONNECTIONS_PER_ADDRESS", 100), positiveInteger("MAX_CONNECTIONS", 10_000));
// Only over https: browsers ignore it over http.
const headers: Record<string, string> = isHttps() ? { "strict-transport-security": "max-age=31536000; includeSubDomains" } : {};

const { default: next } = await import("next");
// Otherwise Next would handle WebSocket upgrades, and leave those without a route open forever.
const app = next({ dir: directory, dev: false, hostname, port, httpServer: new http.Server() });
await app.prepare();

const open = new Set<ServerResponse>();
const serve = requestListener({ clients, trusted, files: readCompressed(directory), headers, next: app.getRequestHandler() });
const server = http.createServer(
  {
    maxHeaderSize: MAX_HEADER_SIZE,
    headersTimeout: HEADERS_TIMEOUT,
    requestTimeout: REQUEST_TIMEOUT,
    connectionsCheckingInterval: TIMEOUT_CHECK_INTERVAL,
    // A proxy that keeps connections open must close them earlier than this.
    keepAliveTimeout: positiveInteger("KEEP_ALIVE_TIMEOUT", 5_000),
  },
  (request, response) => {
    serve(request, response);
    if (request.socket.destroyed) return;
    open.add(response);
    whenEnded(request.socket, response, () => {
      open.delete(response);
      if (!server.listening) server.closeIdleConnections();
    });
  },
);
limitConnections(server, clients, trusted, headers);
answerClientErrors(server, headers);
server.on("error", (error) => {
  console.error(error);
  process.exit(1);
});
server.listen(port, hostname, () => console.log(`The web listens on http://${hostname}:${port}.`));

/** Stop accepting, let requests finish, and exit. Clients of event streams reconnect. */
function stop(): void {
  if (!server.listening) return;
  server.close(() => void app.close().finally(() => process.exit(0)));
  for (const response of open) {
    if (String(response.getHeader("content-type")).startsWith("text/event-stream")) response.destroy();
  }
  setTimeout(() => server.closeAllConnections(), DRAIN_TIMEOUT).unref();
}
process.on("SIGTERM", stop);
process.on("SIGINT", stop);
