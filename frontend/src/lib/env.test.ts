import { afterEach, describe, expect, it, vi } from "vitest";
import { configurationProblems } from "@/lib/env";

describe("the settings of MODE=production", () => {
  afterEach(() => vi.unstubAllEnvs());

  it.each([
    ["production", undefined],
    ["production", ""],
    ["production", "http://makers.example"],
  ])("refuses %s with WEB_URL=%s", (mode, url) => {
    vi.stubEnv("MODE", mode);
    vi.stubEnv("WEB_URL", url);
    expect(configurationProblems()).toEqual([expect.stringContaining("https://")]);
  });

  it.each([
    ["production", "https://makers.example"],
    ["development", undefined],
    ["", "http://127.0.0.1:3000"],
  ])("accepts %s with WEB_URL=%s", (mode, url) => {
    vi.stubEnv("MODE", mode);
    vi.stubEnv("WEB_URL", url);
    expect(configurationProblems()).toEqual([]);
  });

  it("refuses another mode", () => {
    vi.stubEnv("MODE", "prod");
    expect(configurationProblems()).toEqual([expect.stringContaining("prod")]);
  });
});
