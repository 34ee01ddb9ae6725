import { describe, expect, it } from "vitest";
import { ALLOWED } from "./allowed";
import { allowedPath } from "./paths";

describe("paths that the browser may request", () => {
  it("are those of openapi.json, with any parameters", () => {
    for (const line of ALLOWED) {
      const [method = "", template = ""] = line.split(" ");
      const path = template.replace(/\{[^}]+\}/g, "a-1");
      expect(allowedPath(method, path), line).toBe(path);
    }
  });

  it("are rebuilt from their segments", () => {
    expect(allowedPath("GET", "/api/v1/tags/caf%C3%A9")).toBe("/api/v1/tags/caf%C3%A9");
    expect(allowedPath("GET", "/api/v1/tags/a b")).toBe("/api/v1/tags/a%20b");
    expect(allowedPath("GET", "/api/v1/tags/a%3Fb%23c")).toBe("/api/v1/tags/a%3Fb%23c");
    expect(allowedPath("HEAD", "/api/v1/projects")).toBe("/api/v1/projects");
  });

  it.each([
    ["POST", "/api/v1/auth/login"],
    ["POST", "/api/v1/auth/refresh"],
    ["POST", "/api/v1/auth/logout"],
    ["POST", "/api/v1/auth/%6Cogin"],
    ["POST", "/api/v1/auth/%6cogin"],
  ])("is not where tokens are given: %s %s", (method, path) => {
    expect(allowedPath(method, path)).toBeNull();
  });

  it.each([
    ["another method", "PATCH", "/api/v1/projects"],
    ["TRACE", "TRACE", "/api/v1/projects"],
    ["an unknown path", "GET", "/api/v1/nothing"],
    ["what is above", "GET", "/api/v1"],
    ["what is beside", "GET", "/livez"],
    ["the API's root", "GET", "/"],
    ["a trailing slash", "GET", "/api/v1/projects/"],
    ["an empty segment", "GET", "/api/v1//projects"],
    ["a dot", "GET", "/api/v1/./projects"],
    ["dots", "GET", "/api/v1/makers/x/../../../livez"],
    ["encoded dots", "GET", "/api/v1/makers/%2e%2e"],
    ["half encoded dots", "GET", "/api/v1/makers/.%2E"],
    ["dots in the middle", "GET", "/api/v1/projects/%2e%2e/health"],
    ["an encoded slash", "GET", "/api/v1/makers/a%2Fb"],
    ["an encoded slash and dots", "GET", "/api/v1/makers/..%2f..%2flivez"],
    ["a backslash", "GET", "/api/v1/makers/a%5Cb"],
    ["a bare backslash", "GET", "/api/v1/makers/..\\livez"],
    ["a line break", "GET", "/api/v1/makers/a%0d%0ab"],
    ["a NUL", "GET", "/api/v1/makers/a%00"],
    ["double encoding", "GET", "/api/v1/makers/%252e%252e"],
    ["double encoding of a slash", "GET", "/api/v1/makers/a%252fb"],
    ["broken encoding", "GET", "/api/v1/makers/%zz"],
    ["overlong UTF-8", "GET", "/api/v1/makers/%c0%ae"],
  ])("is not %s", (_what, method, path) => {
    expect(allowedPath(method, path)).toBeNull();
  });

  it("prefer literal segments to parameters", () => {
    expect(allowedPath("GET", "/api/v1/projects/feed.atom")).toBe("/api/v1/projects/feed.atom");
    expect(allowedPath("DELETE", "/api/v1/projects/feed.atom")).toBeNull();
  });
});
