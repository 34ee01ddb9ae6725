// @vitest-environment node
import { NextRequest } from "next/server";
import { beforeEach, describe, expect, it, vi } from "vitest";
import config from "../../../next.config";
import { forward, LARGEST } from "./forward";

const api = vi.fn<(url: string, init: RequestInit & { headers: Headers }) => Promise<Response>>();

beforeEach(() => {
  delete (globalThis as Record<string, unknown>).__refreshes;
  api.mockReset().mockImplementation(async () => Response.json({ ok: true }));
  vi.stubGlobal("fetch", api);
});

function ask(path: string, { method = "GET", headers = {}, body }: { method?: string; headers?: Record<string, string>; body?: string } = {}) {
  const ours: Record<string, string> = method === "GET" ? {} : { origin: "http://web.test" };
  return forward(new NextRequest(`http://web.test${path}`, { method, body, headers: { host: "web.test", ...ours, ...headers } }));
}

const call = (at = 0) => {
  const [url, init] = api.mock.calls[at] ?? [];
  if (url === undefined || init === undefined) throw new Error("not called");
  return { url, init };
};

describe("forwarding", () => {
  it("adds the session and the client's address, and lets only known headers through", async () => {
    await ask("/api/v1/me?x=1", {
      headers: {
        cookie: "access=token-1; other=2",
        "x-client-address": "203.0.113.9",
        "x-forwarded-for": "6.6.6.6",
        authorization: "Bearer stolen",
        "if-none-match": '"1-a"',
        "x-evil": "1",
      },
    });
    const { url, init } = call();
    expect(url).toBe("http://127.0.0.1:8000/api/v1/me?x=1");
    expect(Object.fromEntries(init.headers)).toEqual({
      authorization: "Bearer token-1",
      "if-none-match": '"1-a"',
      "x-forwarded-for": "203.0.113.9",
    });
  });

  it("lets only known headers back", async () => {
    api.mockResolvedValue(
      new Response("{}", { headers: { etag: '"1-a"', "set-cookie": "x=1", server: "api", "content-type": "application/json" } }),
    );
    const answer = await ask("/api/v1/projects");
    expect(Object.fromEntries(answer.headers)).toEqual({
      etag: '"1-a"',
      "content-type": "application/json",
      "x-content-type-options": "nosniff",
    });
  });

  it("rejects unlisted paths", async () => {
    expect((await ask("/api/v1/auth/refresh", { method: "POST", body: "{}" })).status).toBe(404);
    expect((await ask("/api/v1/projects/x/%2e%2e/health")).status).toBe(404);
    expect(api).not.toHaveBeenCalled();
  });

  it("writes only for the site's own pages", async () => {
    const foreign: Record<string, string>[] = [{ origin: "http://evil.test" }, { origin: "null" }, { "sec-fetch-site": "cross-site" }];
    for (const headers of foreign) {
      const answer = await ask("/api/v1/projects", { method: "POST", body: "{}", headers });
      expect(answer.status).toBe(403);
    }
    expect(api).not.toHaveBeenCalled();
    await ask("/api/v1/projects", { method: "POST", body: '{"a":1}', headers: { "content-type": "application/json" } });
    expect(new TextDecoder().decode(call().init.body as Uint8Array)).toBe('{"a":1}');
  });

  it("limits bodies to two megabytes", async () => {
    const body = "x".repeat(2 * 1024 * 1024 + 1);
    const answer = await ask("/api/v1/projects", { method: "POST", body });
    expect([answer.status, (await answer.json()).code]).toEqual([413, "body_too_large"]);
  });

  it("receives just enough of a body to detect the limit", () => {
    const held = config.experimental?.proxyClientMaxBodySize as number;
    expect(held).toBeGreaterThan(LARGEST);
    expect(held).toBeLessThan(LARGEST * 1.1);
  });

  it("refreshes once when the token is rejected, and retries", async () => {
    const refreshed = { access_token: "token-2", refresh_token: "refresh-2", expires_in: 300 };
    api.mockImplementation(async (url, init) => {
      if (url.endsWith("/auth/refresh")) return Response.json(refreshed);
      const good = init.headers.get("authorization") === "Bearer token-2";
      const headers = { "cache-control": "public, no-cache" };
      return good ? Response.json({ handle: "ada" }, { headers }) : Response.json({ code: "invalid_token" }, { status: 401 });
    });
    const cookie = "access=token-1; refresh=refresh-1";
    const answers = await Promise.all(Array.from({ length: 5 }, () => ask("/api/v1/me", { headers: { cookie } })));
    for (const answer of answers) {
      expect(answer.status).toBe(200);
      const text = await answer.text();
      expect(text).toBe('{"handle":"ada"}');
      expect(answer.headers.get("cache-control")).toBe("private, no-store, no-transform");
      const [access, refresh] = answer.headers.getSetCookie();
      expect(access).toBe("access=token-2; Path=/; Max-Age=280; HttpOnly; SameSite=Lax");
      expect(refresh).toMatch(/^refresh=refresh-2; .*HttpOnly; SameSite=Lax$/);
    }
    expect(api.mock.calls.filter(([url]) => url.endsWith("/auth/refresh"))).toHaveLength(1);
  });

  it("ends the session in the browser when it has ended at the API", async () => {
    api.mockImplementation(async () => Response.json({ code: "invalid_token" }, { status: 401 }));
    const answer = await ask("/api/v1/me", { headers: { cookie: "access=a; refresh=b" } });
    expect(answer.status).toBe(401);
    expect(answer.headers.getSetCookie().map((each) => each.split(";").slice(0, 3).join(";"))).toEqual([
      "access=; Path=/; Max-Age=0",
      "refresh=; Path=/; Max-Age=0",
    ]);
  });

  it("reports that the API is unavailable", async () => {
    api.mockRejectedValue(new TypeError("fetch failed"));
    const answer = await ask("/api/v1/projects");
    expect([answer.status, answer.headers.get("content-type"), (await answer.json()).code]).toEqual([
      503,
      "application/problem+json",
      "api_unreachable",
    ]);
  });

  it("rewrites redirects to the site", async () => {
    api.mockResolvedValue(new Response(null, { status: 308, headers: { location: "http://127.0.0.1:8000/api/v1/makers/new?x=1" } }));
    const answer = await ask("/api/v1/makers/old");
    expect([answer.status, answer.headers.get("location")]).toEqual([308, "/api/v1/makers/new?x=1"]);
  });

  it("does not buffer events", async () => {
    api.mockResolvedValue(new Response("event: unread\n\n", { headers: { "content-type": "text/event-stream", "cache-control": "no-cache" } }));
    const answer = await ask("/api/v1/notifications/stream", { headers: { cookie: "access=a", "last-event-id": "7" } });
    expect(call().init.headers.get("last-event-id")).toBe("7");
    expect(answer.headers.get("cache-control")).toBe("no-cache, no-transform");
  });
});
