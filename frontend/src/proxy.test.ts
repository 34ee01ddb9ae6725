// @vitest-environment node
import { NextRequest } from "next/server";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { proxy } from "./proxy";

const api = vi.fn<(url: string) => Promise<Response>>();

beforeEach(() => {
  delete (globalThis as Record<string, unknown>).__refreshes;
  api.mockReset().mockImplementation(async () => Response.json({ access_token: "a2", refresh_token: "r2", expires_in: 300 }));
  vi.stubGlobal("fetch", api);
});
afterEach(() => vi.unstubAllEnvs());

const visit = (path: string, cookie = "") => proxy(new NextRequest(`http://web.test${path}`, { headers: { cookie } }));
/** Return a header as the page sees it: Next passes changed request headers under these names. */
const seen = (response: Response, name: string) => response.headers.get(`x-middleware-request-${name}`);

describe("before a page", () => {
  it("makes no API call for a visitor or a valid token", async () => {
    await visit("/");
    await visit("/", "access=a1; refresh=r1");
    expect(api).not.toHaveBeenCalled();
  });

  it("renews the session for the current page, too", async () => {
    const response = await visit("/", "theme=dark; refresh=r1");
    expect(seen(response, "cookie")).toBe("theme=dark; refresh=r2; access=a2");
    expect(response.cookies.get("access")).toMatchObject({ value: "a2", httpOnly: true, sameSite: "lax", path: "/", maxAge: 280 });
    expect(response.cookies.get("refresh")).toMatchObject({ value: "r2", httpOnly: true });
  });

  it("forbids caching of a response with a session", async () => {
    for (const path of ["/", "/sitemap.xml", "/api/v1/projects", "/api/v1/notifications/stream"]) {
      const said = path.startsWith("/api/") ? "private, no-store, no-transform" : "private, no-store";
      expect((await visit(path, "refresh=r1")).headers.get("cache-control")).toBe(said);
      expect((await visit(path, "access=a1; refresh=r1")).headers.get("cache-control")).toBeNull();
    }
    api.mockResolvedValueOnce(Response.json({ code: "invalid_refresh_token" }, { status: 401 }));
    expect((await visit("/", "refresh=over")).headers.get("cache-control")).toBe("private, no-store");
  });

  it("renews once for twenty pages", async () => {
    await Promise.all(Array.from({ length: 20 }, () => visit("/", "refresh=r1")));
    expect(api).toHaveBeenCalledTimes(1);
  });

  it("removes an ended session, keeps one while the API is unavailable", async () => {
    api.mockResolvedValueOnce(Response.json({ code: "invalid_refresh_token" }, { status: 401 }));
    const ended = await visit("/", "refresh=r1");
    expect(seen(ended, "cookie")).toBe("");
    expect(ended.cookies.get("refresh")).toMatchObject({ value: "", maxAge: 0 });

    api.mockRejectedValueOnce(new TypeError("fetch failed"));
    const away = await visit("/", "refresh=r9");
    expect(away.cookies.get("refresh")).toBeUndefined();
  });

  it("binds cookies to the host over https", async () => {
    vi.stubEnv("WEB_URL", "https://makers.example");
    const response = await visit("/", "__Host-refresh=r1; refresh=planted");
    expect(response.cookies.get("__Host-access")).toMatchObject({ value: "a2", secure: true, path: "/" });
    expect(response.headers.getSetCookie().join()).not.toContain("Domain");
  });

  it("sets a policy with a new nonce, and passes the current path", async () => {
    const [one, two] = [await visit("/tags?x=1"), await visit("/tags?x=1")];
    const policy = one.headers.get("content-security-policy") ?? "";
    expect(policy).toMatch(/script-src 'self' 'nonce-[A-Za-z0-9+/=]{24}' 'strict-dynamic';/);
    expect(policy).not.toContain("unsafe-eval");
    expect(policy.replace("style-src-attr 'unsafe-inline'", "")).not.toContain("unsafe-inline");
    expect(policy).not.toBe(two.headers.get("content-security-policy"));
    expect(seen(one, "content-security-policy")).toBe(policy);
    expect(seen(one, "x-current-path")).toBe("/tags?x=1");
  });

  it("ignores logging in and out", async () => {
    await visit("/session/logout", "refresh=r1");
    expect(api).not.toHaveBeenCalled();
  });
});
