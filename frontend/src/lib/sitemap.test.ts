import { describe, expect, it } from "vitest";
import { fileName, sitemapIndex, sitemapOfPages } from "./sitemap";

describe("the sitemap", () => {
  it("lists every file that the worker built, and the file of the pages", () => {
    const xml = sitemapIndex("https://x.example", [
      { name: "projects-1", built_at: "2026-11-30T10:00:00Z" },
      { name: "projects-21", built_at: "2026-11-30T10:00:01Z" },
    ]);
    expect(xml.match(/<loc>[^<]+/g)).toEqual([
      "<loc>https://x.example/sitemaps/pages.xml",
      "<loc>https://x.example/sitemaps/projects-1.xml.gz",
      "<loc>https://x.example/sitemaps/projects-21.xml.gz",
    ]);
    expect(xml).toContain("<lastmod>2026-11-30T10:00:01Z</lastmod>");
    expect(xml.startsWith('<?xml version="1.0" encoding="UTF-8"?>\n<sitemapindex xmlns=')).toBe(true);
  });

  it("escapes URLs", () => {
    expect(sitemapOfPages("https://x.example/a&b")).toContain("<loc>https://x.example/a&amp;b/trending</loc>");
  });

  it.each([
    ["projects-1.xml.gz", "projects-1"],
    ["workflows-40.xml.gz", "workflows-40"],
    ["projects-0.xml.gz", null],
    ["projects-1.xml", null],
    ["../projects-1.xml.gz", null],
    ["pages.xml", null],
  ])("knows %s", (file, name) => {
    expect(fileName(file)).toBe(name);
  });
});
