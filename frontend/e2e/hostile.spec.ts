/**
 * Hostile requests over raw HTTP: every route with every hostile path segment and query, and input that no browser
 * sends. The web rejects each with a 4xx and a page in the reader's language, never with a 5xx.
 */
import { readdirSync, readFileSync } from "node:fs";
import http from "node:http";
import net from "node:net";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { gzipSync } from "node:zlib";
import { Desk } from "./arrange";
import { CHECKOUT } from "./system";
import { DEMO, expect, system, test } from "./fixtures";

const APP = path.join(CHECKOUT, "frontend/src/app");
const LONG = "a".repeat(8_000);
const SEGMENTS = ["%ff", "%00", "%2f", "%2e%2e", "%ed%a0%80", "%", "__proto__", LONG];
const VALUES = ["%00", "x", "99999999999999999999", "%ed%a0%80", "a".repeat(500)];
const NAMES = ["cursor", "q", "sort", "type", "kind", "status", "tag", "tool", "page", "from", "to", "version", "workflow", "step", "comment", "handle", "slug", "action", "next", "error", "token", "locale"];
const QUERIES = [
  "?q=a&q=b&cursor=a&cursor=b&sort=new&sort=hot&type=x&type=y&__proto__=1&constructor=2&q[__proto__][x]=1",
  `?=&&&=x&%&${"x=1&".repeat(1_000)}`,
  "?cursor=%ff",
];

/** Return every page and handler, such as `/projects/[handle]/[slug]`. */
function routes(): string[] {
  return readdirSync(APP, { recursive: true, encoding: "utf8" })
    .filter((name) => /(^|\/)(page\.tsx|route\.ts|sitemap\.ts|robots\.ts|manifest\.ts)$/.test(name))
    .map((name) => `/${name}`.replace(/\/(page\.tsx|route\.ts)$/, "").replace(/^\/sitemap\.ts$/, "/sitemap.xml").replace(/^\/robots\.ts$/, "/robots.txt").replace(/^\/manifest\.ts$/, "/manifest.webmanifest"))
    .map((route) => route || "/")
    .sort();
}

interface Answer {
  status: number;
  headers: http.IncomingHttpHeaders;
  text: string;
}

const agent = new http.Agent({ keepAlive: true, maxSockets: 8 });

/** Send a request target as written; HTTP clients would normalise it. */
function raw(method: string, target: string, headers: Record<string, string | string[]> = {}, body?: string | Buffer): Promise<Answer> {
  const { hostname, port } = new URL(system.web);
  return new Promise((resolve, reject) => {
    const request = http.request({ method, hostname, port, path: target, headers, agent, timeout: 30_000 }, (answer) => {
      const chunks: Buffer[] = [];
      answer.on("data", (chunk: Buffer) => chunks.push(chunk));
      answer.on("error", reject);
      answer.on("end", () => resolve({ status: answer.statusCode ?? 0, headers: answer.headers, text: Buffer.concat(chunks).toString() }));
    });
    request.on("timeout", () => request.destroy(new Error(`${method} ${target.slice(0, 100)}: no answer`)));
    request.on("error", reject);
    request.end(body);
  });
}

let from = 0;
/** Return an address used for a few requests only, so that the API's limits do not interfere. */
function somebody(): string {
  from += 1;
  return `10.77.${(from >> 8) & 255}.${from & 255}`;
}

/**
 * Pages that redirect visitors to log in. All others are requested without a session, because a maker's reads are
 * limited.
 */
const PRIVATE = /^\/(admin|me|settings|notifications|invitations)(\/|\?|$)|\/(edit|new|pull|members)(\?|$)/;

/** Send the targets in batches and return those with an unexpected response. */
async function failures(targets: readonly string[]): Promise<string[]> {
  const found: string[] = [];
  const left = [...targets];
  const one = async (): Promise<void> => {
    for (let target = left.pop(); target !== undefined; target = left.pop()) {
      const headers: Record<string, string> = PRIVATE.test(target) ? { cookie: session } : {};
      const answer = await raw("GET", target, { "x-forwarded-for": somebody(), ...headers }).catch((error: Error) => error);
      if (!(answer instanceof Error) && answer.status === 429) {
        // A rate limit is no response to this input: repeat it after Retry-After.
        await sleep(Number(answer.headers["retry-after"] ?? 1) * 1_000);
        left.push(target);
        continue;
      }
      if (answer instanceof Error) found.push(`${target.slice(0, 120)}: ${answer.message}`);
      else if (answer.status >= 500) found.push(`${answer.status} ${target.slice(0, 120)}`);
    }
  };
  await Promise.all(Array.from({ length: 4 }, one));
  return found.sort();
}

/** Return the paths of a route with each parameter hostile in turn. */
function hostilePaths(route: string, good: Record<string, string>): string[] {
  const parameters = route.match(/\[[^\]]+\]/g) ?? [];
  const filled = (hostile: string, value: string) =>
    route.replace(/\[[^\]]+\]/g, (name) => (name === hostile ? value : (good[name] ?? "x")));
  return parameters.flatMap((name) => SEGMENTS.map((segment) => filled(name, segment)));
}

test.describe.configure({ timeout: 240_000 });

let good: Record<string, string>;
let session: string;

test.beforeAll(async ({}, testInfo) => {
  testInfo.setTimeout(120_000);
  const { Api } = await import("./api");
  const api = new Api("10.78.0.1").as(DEMO.admin);
  const desk = new Desk(api, DEMO.admin);
  const project = await desk.project();
  const workflow = await desk.workflow(project);
  const { comment_id } = await api.post(`${project.path}/comments`, { body: "Hello" });
  good = { "[handle]": project.handle, "[slug]": project.slug, "[workflow]": workflow.split("/").at(-1) ?? "", "[id]": comment_id, "[name]": "x", "[...path]": "projects" };
  const login = await raw(
    "POST",
    "/session/login",
    { origin: system.web, "content-type": "application/json", "x-forwarded-for": "10.78.0.2" },
    JSON.stringify({ email: DEMO.admin, password: "make-things-with-care" }),
  );
  expect(login.status).toBe(204);
  session = (login.headers["set-cookie"] ?? []).map((cookie) => cookie.split(";")[0]).join("; ");
});

test("every route with hostile path segments", async () => {
  const targets = routes().flatMap((route) => hostilePaths(route, good));
  expect(targets.length).toBeGreaterThan(200);
  expect(await failures(targets)).toEqual([]);
});

test("every route with hostile queries", async () => {
  const open = routes().map((route) => route.replace(/\[[^\]]+\]/g, (name) => good[name] ?? "x"));
  const targets = open.flatMap((route) => [
    ...QUERIES.map((query) => route + query),
    ...VALUES.map((value) => `${route}?${NAMES.map((name) => `${name}=${value}`).join("&")}`),
  ]);
  expect(await failures(targets)).toEqual([]);
});

test("a broken URL, cursor or search shows a page in the reader's language", async () => {
  for (const target of ["/makers/%ff", "/search?q=%00", "/?sort=new&cursor=x", "/tags?cursor=x", "/tools?cursor=x", `${"/projects"}/${good["[handle]"]}/%2f`, "/%ff"]) {
    for (const [language, words] of [["en", "Not found"], ["nl", "Niet gevonden"]] as const) {
      const answer = await raw("GET", target, { "accept-language": language, "x-forwarded-for": somebody() });
      expect([answer.status, answer.text.includes(words)], `${language} ${target}`).toEqual([404, true]);
      expect(answer.headers["content-security-policy"], target).toContain("nonce-");
    }
  }
  const problem = await raw("GET", "/api/v1/makers/%ff");
  expect([problem.status, problem.headers["content-type"]]).toEqual([404, "application/problem+json"]);
});

test("a form or action from another site is rejected with a page in the reader's language", async () => {
  const elsewhere: Record<string, string>[] = [{}, { origin: "null" }, { origin: "http://evil.example" }, { origin: "::" }, { origin: system.web, "sec-fetch-site": "cross-site" }];
  for (const headers of elsewhere) {
    for (const [language, words] of [["en", "This request isn’t valid"], ["nl", "Dit verzoek is niet geldig"]] as const) {
      const answer = await raw("POST", "/tags", { "next-action": "x", "accept-language": language, "x-forwarded-for": somebody(), ...headers }, "[]");
      expect([answer.status, answer.text.includes(words)], `${language} ${JSON.stringify(headers)}`).toEqual([403, true]);
    }
  }
  // A forged X-Forwarded-Host must not change our origin.
  const ours = await raw("POST", "/tags", { origin: system.web, "x-forwarded-host": "evil.example", "next-action": "4".repeat(42), "x-forwarded-for": somebody() }, "[]");
  expect(ours.status).toBeLessThan(500);
});

test("unsupported methods of pages are rejected", async () => {
  for (const method of ["PUT", "PATCH", "DELETE", "TRACE", "PROPFIND"]) {
    const answer = await raw(method, "/tags", { "x-forwarded-for": somebody() });
    expect([method, answer.status, answer.headers.allow]).toEqual([method, 405, "GET, HEAD, POST, OPTIONS"]);
  }
  expect((await raw("OPTIONS", "/tags")).status).toBeLessThan(500);
  expect((await raw("TRACE", "/api/v1/projects")).status).toBe(405);
});

test("actions with malformed arguments are rejected", async () => {
  test.slow();
  const program = readFileSync(path.join(system.directory, "web.program"), "utf8");
  const manifest = JSON.parse(readFileSync(path.join(path.dirname(program), ".next/server/server-reference-manifest.json"), "utf8"));
  const bodies: (string | Buffer)[] = [
    "", "[", "{", "[]", "{}", "null", "1", '""', "[1]", "[null,null,null]", '["$undefined"]', '["$K1"]', '["$F1"]', '["$Q1"]', '["$W1"]', '["$h1"]', '["$@1"]', '["$T1"]',
    '["$1:__proto__"]', '["$1"]', '["$n9"]', '["$Dx"]', '["$Z"]', '[{"__proto__":1}]', "[".repeat(5_000), `["${LONG}"]`, '["\\ud800","\\ud800","\\ud800"]', '["\\u0000","\\u0000","\\u0000"]',
    Buffer.from([0xff, 0xfe]), '[["a"],{"b":1},[]]', '["..","..",".."]', '[{},"../..","x"]', '[null,"ID","x"]', '[{"handle":{},"slug":[]},"ID"]',
  ];
  const part = (name: string, value: string) => `--x\r\ncontent-disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`;
  const forms: [string, string][] = [
    ["multipart/form-data; boundary=x", ""], ["multipart/form-data; boundary=x", "--x\r\n"], ["multipart/form-data; boundary=x", `${part("0", "[")}--x--\r\n`],
    ["multipart/form-data; boundary=x", `${part("0", '["$K1"]')}--x--\r\n`], ["multipart/form-data; boundary=x", `${part("$ACTION_ID_abc", "")}--x--\r\n`],
    ["multipart/form-data; boundary=x", `${part("$ACTION_REF_1", "")}${part("$ACTION_1:0", "[")}--x--\r\n`], ["multipart/form-data; boundary=x", `${part("$ACTION_KEY", "k")}--x--\r\n`],
    ["multipart/form-data; boundary=x", `${part("0", "[1]")}--x--\r\n`], ["multipart/form-data; boundary=x", "abc"], ["multipart/form-data", "x"], ["multipart/form-data; boundary=", "x"],
    ["application/x-www-form-urlencoded", "%ff=%00&__proto__=1"], ["application/json", "{"], ["x", "x"],
  ];
  const found: string[] = [];
  for (const [id, { workers, exportedName }] of Object.entries<{ workers: object; exportedName: string }>(manifest.node)) {
    const page = (Object.keys(workers)[0] ?? "").replace(/^app/, "").replace(/\/page$/, "").replace(/\[[^\]]+\]/g, (name) => good[name] ?? "x") || "/";
    const send = async (what: string, headers: Record<string, string>, body: string | Buffer) => {
      const answer = await raw("POST", page, { origin: system.web, cookie: session, "x-forwarded-for": somebody(), ...headers }, body).catch((error: Error) => error);
      const status = answer instanceof Error ? answer.message : answer.status;
      if (typeof status !== "number" || status >= 500) found.push(`${status} ${page} ${exportedName} ${what.slice(0, 80)}`);
    };
    // Actions of pages use the same code; named actions accept any arguments.
    const named = !exportedName.startsWith("$$");
    for (const body of named ? bodies : bodies.slice(-6)) {
      const text = typeof body === "string" ? body.replace("ID", good["[id]"] ?? "") : body;
      await send(`[${text.toString()}]`, { "next-action": id, "content-type": "text/plain;charset=UTF-8", accept: "text/x-component" }, text);
    }
    for (const [type, body] of named ? forms : forms.slice(2, 4)) {
      await send(`${type} ${body}`, { "next-action": id, "content-type": type }, body);
      await send(`${type} ${body} (no action)`, { "content-type": type }, body);
    }
  }
  for (const id of ["abc", "4".repeat(42), "__proto__", LONG]) {
    const { status } = await raw("POST", "/tags", { origin: system.web, "next-action": id, "x-forwarded-for": somebody() }, "[]");
    if (status >= 500) found.push(`${status} ${id.slice(0, 50)}`);
  }
  expect(found).toEqual([]);
});

test("hostile headers and cookies cause no server error", async () => {
  const found: string[] = [];
  const headers: Record<string, string>[] = [
    { cookie: "NEXT_LOCALE=%ff; theme=%00; access=%ff; refresh=%ff; display=__proto__" },
    { cookie: `access=${LONG}` },
    { cookie: "=; ;;; a=b=c; \u00ff" },
    { cookie: 'access="x; refresh=' },
    { "accept-language": `${"x-".repeat(2_000)}` },
    { "accept-language": "\u00ff;q=x, __proto__;q=1" },
    { "accept-encoding": "br;q=x, \u00ff" },
    { accept: "\u00ff" },
    { "x-forwarded-host": "///" },
    { "x-forwarded-proto": "javascript" },
    { "x-forwarded-for": "'; --, ::, 999.1.1.1" },
    { host: "///" },
    { host: "" },
    { host: "\u00ff" },
    { "x-middleware-subrequest": "src/proxy:src/proxy:src/proxy" },
    { "x-middleware-rewrite": "http://evil.example" },
    { "x-client-address": "1.2.3.4" },
    { "x-current-path": "//evil.example" },
    { range: "bytes=9-1" },
    { "if-none-match": LONG },
    { "if-modified-since": "x" },
    { upgrade: "websocket", connection: "Upgrade" },
    { traceparent: "x", tracestate: LONG },
    { referer: "%ff", origin: "x" },
    { "content-length": "5" },
    { expect: "200-ok" },
  ];
  const page = [{ rsc: "1" }, { rsc: "1", "next-router-state-tree": "x" }, { rsc: "1", "next-router-state-tree": "%ff" }, { rsc: "1", "next-router-prefetch": "x" }, { rsc: "1", "next-url": "%ff" }, { rsc: "1", "next-router-segment-prefetch": "/../x" }, { rsc: "1", "next-router-state-tree": encodeURIComponent('["",{},null,"refetch"]') }];
  for (const each of [...headers, ...page] as Record<string, string>[]) {
    for (const target of ["/tags", "/nothing", "/api/v1/tags", "/_next/static/x.js", "/session/display"]) {
      const body = each["content-length"] === undefined ? undefined : "12345";
      let answer = await raw("GET", target, { "x-forwarded-for": somebody(), ...each }, body).catch((error: Error) => error);
      // Next's parser first redirects to a query with its checksum.
      if (!(answer instanceof Error) && answer.status === 307 && each.rsc !== undefined) answer = await raw("GET", answer.headers.location ?? "/", { "x-forwarded-for": somebody(), ...each });
      if (answer instanceof Error) found.push(`${answer.message} ${target} ${JSON.stringify(each).slice(0, 100)}`);
      else if (answer.status >= 500) found.push(`${answer.status} ${target} ${JSON.stringify(each).slice(0, 100)}`);
    }
  }
  expect(found).toEqual([]);
});

test("hostile bodies to session and API handlers cause no server error", async () => {
  const found: string[] = [];
  for (const target of ["/session/login", "/session/display", "/session/logout", "/api/v1/projects", "/api/v1/auth/register", "/api/v1/reports"]) {
    for (const type of ["application/json", "application/x-www-form-urlencoded", "multipart/form-data; boundary=x", "multipart/form-data", "text/plain", "x"]) {
      for (const body of ["", "{", "null", "[]", '"\\ud800"', '{"email":"a\\u0000@b","password":"x"}', '{"__proto__":{"email":1}}', "--x\r\n", "%ff=%00", LONG, gzipSync("{}")]) {
        const answer = await raw("POST", target, { origin: system.web, "content-type": type, "x-forwarded-for": somebody() }, body).catch((error: Error) => error);
        if (answer instanceof Error || answer.status >= 500) found.push(`${answer instanceof Error ? answer.message : answer.status} ${target} ${type} ${body.toString().slice(0, 40)}`);
      }
    }
  }
  expect(found).toEqual([]);
});

test("input that is not HTTP or too large gets a response and ends", async () => {
  const { hostname, port } = new URL(system.web);
  const say = (text: string): Promise<string> =>
    new Promise((resolve, reject) => {
      const socket = net.connect(Number(port), hostname, () => socket.write(text));
      let heard = "";
      socket.on("data", (chunk) => {
        heard += chunk.toString("latin1");
        if (/^HTTP\/1\.1 \d{3}/.test(heard)) socket.destroy();
      });
      socket.on("close", () => resolve(heard.slice(9, 12)));
      socket.on("error", (error: NodeJS.ErrnoException) => (error.code === "ECONNRESET" || error.code === "EPIPE" ? resolve(heard.slice(9, 12)) : reject(error)));
    });
  const head = "Host: x\r\nConnection: close\r\n";
  const cases: [string, string[]][] = [
    ["\x16\x03\x01\x02\x00\x01\x00", ["400"]],
    ["GET / HTTP/9.9\r\n\r\n", ["400"]],
    ["GET / HTTP/1.1\r\n\r\n", ["400"]],
    ["FOO / HTTP/1.1\r\nHost: x\r\n\r\n", ["400"]],
    [`GET /${"a".repeat(20_000)} HTTP/1.1\r\n${head}\r\n`, ["431"]],
    [`GET / HTTP/1.1\r\n${head}X: ${"a".repeat(20_000)}\r\n\r\n`, ["431"]],
    [`GET http://evil.example/nothing HTTP/1.1\r\n${head}\r\n`, ["404"]],
    [`GET nothing HTTP/1.1\r\n${head}\r\n`, ["400", "404"]],
    [`OPTIONS * HTTP/1.1\r\n${head}\r\n`, ["400", "404"]],
    [`GET /\x00 HTTP/1.1\r\n${head}\r\n`, ["400"]],
    [`POST /tags HTTP/1.1\r\n${head}Content-Length: 1\r\nContent-Length: 2\r\n\r\nab`, ["400"]],
    [`POST /tags HTTP/1.1\r\n${head}Content-Length: 1\r\nTransfer-Encoding: chunked\r\n\r\nab`, ["400"]],
    [`POST /tags HTTP/1.1\r\n${head}Content-Length: 99999999999999999999999\r\n\r\n`, ["400"]],
    [`POST /tags HTTP/1.1\r\n${head}Content-Length: 300000\r\n\r\n`, ["413"]],
    [`POST /api/v1/projects HTTP/1.1\r\n${head}Content-Length: 3000000\r\n\r\n`, ["413"]],
    [`GET /tags HTTP/1.1\r\n${head}Upgrade: websocket\r\nConnection: Upgrade\r\n\r\n`, ["200"]],
    [`GET /nothing HTTP/1.1\r\nHost: x\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n\r\n`, ["404"]],
  ];
  for (const [text, statuses] of cases) expect(statuses, text.slice(0, 80)).toContain(await say(text));
  // The server still answers other clients.
  expect((await raw("GET", "/tags", { "x-forwarded-for": somebody() })).status).toBe(200);
});
