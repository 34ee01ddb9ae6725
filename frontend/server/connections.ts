import { type Server, STATUS_CODES } from "node:http";
import type { Socket } from "node:net";
import type { Duplex } from "node:stream";
import type { BlockList } from "node:net";
import { clientAddress, isTrusted, networks } from "@/lib/client-address";
import type { Clients } from "./clients";
import { LINGER_TIMEOUT, MAX_LINGERING } from "./limits";

const NOBODY = networks("");
const REFUSED = [
  "Too many connections from your network. Wait a moment, then try again.",
  "Te veel verbindingen vanaf jouw netwerk. Wacht even en probeer het dan opnieuw.",
].join("\n");

/** Refuse connections beyond the limits with a 503, before anything of them is parsed. */
export function limitConnections(server: Server, clients: Clients, trusted: BlockList, headers: Readonly<Record<string, string>>): void {
  const refusal = raw(503, { ...headers, "retry-after": "1", "content-type": "text/plain; charset=utf-8" }, REFUSED);
  const accept = server.listeners("connection") as ((this: Server, socket: Socket) => void)[];
  let lingering = 0;
  server.removeAllListeners("connection");
  server.on("connection", (socket) => {
    const peer = socket.remoteAddress;
    const release = peer === undefined ? null : clients.connect(clientAddress(peer, undefined, NOBODY), isTrusted(peer, trusted));
    if (release !== null) {
      socket.once("close", release);
      for (const listener of accept) listener.call(server, socket);
      return;
    }
    if (peer === undefined || lingering >= MAX_LINGERING) return void socket.destroy();
    lingering += 1;
    const timer = setTimeout(() => socket.destroy(), LINGER_TIMEOUT);
    socket.once("close", () => {
      clearTimeout(timer);
      lingering -= 1;
    });
    socket.on("error", () => undefined);
    // Closed with unread input, the connection would be reset, and the client might not see the response.
    socket.resume();
    socket.end(refusal);
  });
}

/** Answer input that is not HTTP, too large or too slow, as Node does, with our headers. */
export function answerClientErrors(server: Server, headers: Readonly<Record<string, string>>): void {
  server.on("clientError", (error: NodeJS.ErrnoException, socket: Duplex) => {
    // Input that fails within a response that has begun, or after the connection has gone, has no response.
    const isBegun = (socket as Duplex & { _httpMessage?: { headersSent: boolean } })._httpMessage?.headersSent === true;
    if (!socket.writable || isBegun || error.code === "ECONNRESET") return void socket.destroy(error);
    const statuses: Record<string, number> = { HPE_HEADER_OVERFLOW: 431, ERR_HTTP_REQUEST_TIMEOUT: 408, HPE_CHUNK_EXTENSIONS_OVERFLOW: 413 };
    socket.end(raw(statuses[error.code ?? ""] ?? 400, headers, ""), () => socket.destroy(error));
  });
}

function raw(status: number, headers: Readonly<Record<string, string>>, body: string): Buffer {
  const lines = Object.entries({ ...headers, "content-length": String(Buffer.byteLength(body)), connection: "close" });
  return Buffer.from(`HTTP/1.1 ${status} ${STATUS_CODES[status]}\r\n${lines.map(([name, value]) => `${name}: ${value}\r\n`).join("")}\r\n${body}`);
}
