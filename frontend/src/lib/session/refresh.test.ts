// @vitest-environment node
import { beforeEach, describe, expect, it, vi } from "vitest";
import { refreshOnce, type Refreshed } from "./refresh";

const fresh = (refresh: string): Refreshed => ({ state: "fresh", tokens: { access: "a", refresh, expiresIn: 300 } });

beforeEach(() => {
  delete (globalThis as Record<string, unknown>).__refreshes;
});

describe("refreshing once", () => {
  it("refreshes once for concurrent callers", async () => {
    let answer: (value: Refreshed) => void = () => undefined;
    const trade = vi.fn(() => new Promise<Refreshed>((resolve) => (answer = resolve)));
    const asked = Array.from({ length: 20 }, () => refreshOnce("one", null, trade));
    answer(fresh("two"));
    expect(await Promise.all(asked)).toEqual(Array(20).fill(fresh("two")));
    expect(trade).toHaveBeenCalledTimes(1);
  });

  it("remembers the result for ten seconds", async () => {
    const trade = vi.fn(async () => fresh("two"));
    let now = 1_000;
    const ask = () => refreshOnce("one", null, trade, () => now);
    await ask();
    now += 9_999;
    await ask();
    expect(trade).toHaveBeenCalledTimes(1);
    now += 2;
    await ask();
    expect(trade).toHaveBeenCalledTimes(2);
  });

  it("keeps tokens apart", async () => {
    const trade = vi.fn(async (token: string) => fresh(`${token}+`));
    expect(await refreshOnce("one", null, trade)).toEqual(fresh("one+"));
    expect(await refreshOnce("two", null, trade)).toEqual(fresh("two+"));
  });

  it("remembers a rejection, and retries after an outage", async () => {
    const refused = vi.fn(async (): Promise<Refreshed> => ({ state: "refused" }));
    await refreshOnce("over", null, refused);
    await refreshOnce("over", null, refused);
    expect(refused).toHaveBeenCalledTimes(1);

    const away = vi.fn().mockRejectedValueOnce(new Error("ECONNREFUSED")).mockResolvedValueOnce(fresh("two"));
    expect(await refreshOnce("kept", null, away)).toEqual({ state: "away" });
    expect(await refreshOnce("kept", null, away)).toEqual(fresh("two"));
  });

  it("shares pending calls between bundles, and holds a bounded number", async () => {
    const trade = async (token: string) => fresh(token);
    for (let count = 0; count < 10_050; count += 1) await refreshOnce(`t${count}`, null, trade);
    const kept = (globalThis as unknown as { __refreshes: Map<string, unknown> }).__refreshes;
    expect(kept.size).toBeLessThanOrEqual(10_000);
    expect([...kept.keys()].every((key) => key.length === 44)).toBe(true);
  });
});
