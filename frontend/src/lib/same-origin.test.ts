// @vitest-environment node
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { fromOurPages, localPath } from "./same-origin";

describe("a write of the site's own pages", () => {
  beforeEach(() => vi.stubEnv("WEB_URL", "https://makers.example"));
  afterEach(() => vi.unstubAllEnvs());

  const asked = (headers: Record<string, string>) => fromOurPages(new Headers({ host: "127.0.0.1:3000", ...headers }));

  it("has the site's Origin or Sec-Fetch-Site", () => {
    expect(asked({ origin: "https://makers.example" })).toBe(true);
    expect(asked({ origin: "http://127.0.0.1:3000", "sec-fetch-site": "same-origin" })).toBe(true);
    expect(asked({ "sec-fetch-site": "same-origin" })).toBe(true);
  });

  it.each([
    [{}],
    [{ origin: "null" }],
    [{ origin: "https://evil.example" }],
    [{ origin: "https://makers.example.evil.example" }],
    [{ origin: "http://127.0.0.1:3001" }],
    [{ origin: "https://makers.example", "sec-fetch-site": "cross-site" }],
    [{ "sec-fetch-site": "same-site" }],
    [{ "sec-fetch-site": "none" }],
  ])("is not %j", (headers) => {
    expect(asked(headers as Record<string, string>)).toBe(false);
  });
});

describe("the path to continue to", () => {
  it.each(["/", "/projects/ada/clock?tab=2#x", "/login"])("is %s", (path) => expect(localPath(path)).toBe(path));
  it.each(["", "//evil.example", "/\\evil.example", "https://evil.example", "javascript:alert(1)", "/a\nb", "x", "/\t/evil.example"])(
    "is not %j",
    (path) => expect(localPath(path)).toBe("/"),
  );
  it.each(["/x/..//evil.example", "/.//evil.example", "/a/%2e%2e//evil.example", "/%5cevil.example/..//"])(
    "is not %j, which is another site once it is resolved",
    (path) => expect(localPath(path)).toBe("/"),
  );
});
