// @vitest-environment node
import { once } from "node:events";
import http, { type IncomingMessage, type ServerResponse } from "node:http";
import net, { type AddressInfo } from "node:net";
import { afterEach, describe, expect, it } from "vitest";
import { networks } from "@/lib/client-address";
import { requestContext, setFailure } from "@/lib/request-context";
import { Clients } from "./clients";
import { answerClientErrors, limitConnections } from "./connections";
import { MAX_BODIES_PER_ADDRESS, MAX_PAGES_PER_ADDRESS, MAX_PIPELINED } from "./limits";
import { requestListener } from "./requests";

type Next = (request: IncomingMessage, response: ServerResponse) => void;

const HSTS = { "strict-transport-security": "max-age=31536000; includeSubDomains" };
const servers: http.Server[] = [];

afterEach(() => {
  for (const server of servers.splice(0)) {
    server.closeAllConnections();
    server.close();
  }
});

async function start(next: Next, { perAddress = 100, connections = 1_000, trusted = "" } = {}) {
  const clients = new Clients(perAddress, connections);
  const proxies = networks(trusted);
  const files = new Map([["/_next/static/a.js", { type: "application/javascript", body: Buffer.from("pressed") }]]);
  const listener = requestListener({ clients, trusted: proxies, files, headers: HSTS, next: async (request, response) => next(request, response) });
  const server = http.createServer(listener);
  servers.push(server);
  limitConnections(server, clients, proxies, HSTS);
  answerClientErrors(server, HSTS);
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  return { clients, port: (server.address() as AddressInfo).port };
}

function ask(port: number, path: string, options: http.RequestOptions = {}, body?: string) {
  return new Promise<{ status: number; headers: http.IncomingHttpHeaders; text: string }>((resolve, reject) => {
    const request = http.request({ port, host: "127.0.0.1", path, agent: false, ...options }, (answer) => {
      let text = "";
      answer.setEncoding("utf8");
      answer.on("data", (chunk: string) => (text += chunk));
      answer.on("end", () => resolve({ status: answer.statusCode ?? 0, headers: answer.headers, text }));
    });
    request.on("error", reject);
    request.end(body);
  });
}

async function connect(port: number, text = ""): Promise<net.Socket> {
  const socket = net.connect(port, "127.0.0.1");
  await once(socket, "connect");
  if (text !== "") socket.write(text);
  return socket;
}

async function until(reached: () => boolean): Promise<void> {
  while (!reached()) await new Promise((resolve) => setImmediate(resolve));
}

const echo: Next = (request, response) => response.end(JSON.stringify({ url: request.url, method: request.method, address: request.headers["x-client-address"] }));

describe("the server entry", () => {
  it("takes the client's address from the socket, and from trusted proxies only", async () => {
    const forged = { "x-client-address": "6.6.6.6", "x-forwarded-for": "203.0.113.9" };
    const { port } = await start(echo);
    expect(JSON.parse((await ask(port, "/", { headers: forged })).text).address).toBe("127.0.0.1");
    const behind = await start(echo, { trusted: "127.0.0.1" });
    expect(JSON.parse((await ask(behind.port, "/", { headers: forged })).text).address).toBe("203.0.113.9");
  });

  it("sends HSTS with pages, static files, refusals and what is no HTTP", async () => {
    const { port } = await start(echo);
    const answers = [
      await ask(port, "/"),
      await ask(port, "/_next/static/a.js", { headers: { "accept-encoding": "gzip, br" } }),
      await ask(port, "/api/v1/%ff"),
      await ask(port, "/api/x", { method: "TRACE" }),
    ];
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 404, 405]);
    for (const { headers } of answers) expect(headers["strict-transport-security"]).toBe(HSTS["strict-transport-security"]);
    expect([answers[1]?.text, answers[1]?.headers["content-encoding"]]).toEqual(["pressed", "br"]);
    const socket = await connect(port, "no HTTP\r\n\r\n");
    const [chunk] = (await once(socket, "data")) as [Buffer];
    expect(chunk.toString()).toMatch(/^HTTP\/1\.1 400 [^]*strict-transport-security/);
  });

  it("refuses connections beyond the limit of an address with 503, and takes the next one when one ends", async () => {
    const { port, clients } = await start(echo, { perAddress: 3 });
    const held = await Promise.all([connect(port), connect(port), connect(port)]);
    const refused = await ask(port, "/");
    expect([refused.status, refused.headers["retry-after"], refused.headers.connection]).toEqual([503, "1", "close"]);
    expect(refused.headers["strict-transport-security"]).toBeDefined();
    held.forEach((socket) => socket.destroy());
    await until(() => clients.size === 0);
    expect((await ask(port, "/")).status).toBe(200);
  });

  it("does not count the connections of a trusted proxy for one address, but in all", async () => {
    const { port } = await start(echo, { perAddress: 1, connections: 3, trusted: "127.0.0.1" });
    const held = await Promise.all([connect(port), connect(port)]);
    expect((await ask(port, "/", { headers: { "x-forwarded-for": "203.0.113.9" } })).status).toBe(200);
    held.push(await connect(port));
    expect((await ask(port, "/")).status).toBe(503);
  });

  it("renders a few pages at once for one address, and those of another beside them", async () => {
    const open: ServerResponse[] = [];
    const { port, clients } = await start((request, response) => void (request.url === "/other" ? response.end() : open.push(response)), { trusted: "127.0.0.1" });
    const greedy = Array.from({ length: MAX_PAGES_PER_ADDRESS + 5 }, () => ask(port, "/", { headers: { "x-forwarded-for": "203.0.113.1" } }));
    await until(() => open.length === MAX_PAGES_PER_ADDRESS);
    expect((await ask(port, "/other", { headers: { "x-forwarded-for": "203.0.113.2" } })).status).toBe(200);
    expect(open).toHaveLength(MAX_PAGES_PER_ADDRESS);
    let at = 0;
    const done = Promise.all(greedy);
    await until(() => {
      open[at++]?.end();
      at = Math.min(at, open.length);
      return at === MAX_PAGES_PER_ADDRESS + 5;
    });
    await done;
    await until(() => clients.size === 0);
  });

  it("frees everything when a connection with pipelined requests closes, and closes one with too many", async () => {
    const open: ServerResponse[] = [];
    const { port, clients } = await start((_request, response) => void open.push(response));
    const line = "GET / HTTP/1.1\r\nHost: x\r\n\r\n";
    const few = await connect(port, line.repeat(5));
    await until(() => open.length === 5);
    few.destroy();
    await until(() => clients.size === 0);
    const many = await connect(port, line.repeat(1_500));
    many.on("error", () => undefined);
    many.resume();
    await once(many, "close");
    await until(() => clients.size === 0);
    expect(open.length).toBeLessThanOrEqual(5 + MAX_PIPELINED);
  });

  it("aborts the signal of a request whose client disconnects, and of no other", async () => {
    const seen: { signal: AbortSignal; response: ServerResponse }[] = [];
    const { port } = await start((_request, response) => {
      const signal = requestContext.getStore()?.signal;
      if (signal !== undefined) seen.push({ signal, response });
    });
    const gone = await connect(port, "GET / HTTP/1.1\r\nHost: x\r\n\r\n");
    const stays = ask(port, "/");
    await until(() => seen.length === 2);
    gone.destroy();
    await until(() => seen.some(({ signal }) => signal.aborted));
    for (const { signal, response } of seen) if (!signal.aborted) response.end();
    await stays;
    expect(seen.filter(({ signal }) => signal.aborted)).toHaveLength(1);
  });

  it("bounds the bodies that one address may have under way", async () => {
    const { port } = await start((request) => void request.resume());
    const one = 2 * 1024 * 1024;
    const head = `POST /api/v1/projects HTTP/1.1\r\nHost: x\r\nContent-Length: ${one}\r\n\r\n`;
    for (let sent = 0; sent < MAX_BODIES_PER_ADDRESS; sent += one) await connect(port, head);
    const socket = await connect(port, head);
    const [chunk] = (await once(socket, "data")) as [Buffer];
    expect(chunk.toString()).toMatch(/^HTTP\/1\.1 503 [^]*retry-after: 1/);
  });

  it("gives an error page the status that its cause has", async () => {
    const { port } = await start((request, response) => {
      if (request.url === "/busy") setFailure(429, 7);
      response.statusCode = request.url === "/fine" ? 200 : 500;
      response.end();
    });
    const busy = await ask(port, "/busy");
    expect([busy.status, busy.headers["retry-after"]]).toEqual([429, "7"]);
    expect((await ask(port, "/broken")).status).toBe(500);
    expect((await ask(port, "/fine")).status).toBe(200);
  });
});
