import { beforeEach, describe, expect, it } from "vitest";
import { type Content, newStep } from "./content";
import { recover, RecoveryStore } from "./recovery";

const of = (template: string): Content => ({ variables: [], steps: [newStep("a", { template })] });
let now = 1_000_000_000;
const shelf = (tab: string, maker = "tomas") => new RecoveryStore(localStorage, "tomas/p/w", maker, tab, () => now);

beforeEach(() => localStorage.clear());

describe("recovery of unsaved text", () => {
  it("returns the copy to its tab until it is dropped", () => {
    expect(shelf("1").keep(of("new"), of("old"), 3)).toBe(true);
    expect(shelf("1").find()).toMatchObject({ content: of("new"), base: of("old"), version: 3 });
    shelf("1").drop();
    expect(shelf("1").find()).toBeNull();
  });

  it("returns the copy of a closed tab to another tab", () => {
    shelf("1").keep(of("one"), of("old"), 3);
    expect(shelf("2").find((tab) => tab === "1")).toBeNull();
    expect(shelf("2").find(() => false)?.content).toEqual(of("one"));
    expect(shelf("2").find()).toBeNull();
    now += 11 * 60_000;
    expect(shelf("2").find()?.content).toEqual(of("one"));
    shelf("2").keep(of("two"), of("old"), 3);
    expect(shelf("2").find(() => false)?.content).toEqual(of("two"));
  });

  it("separates makers and drafts", () => {
    shelf("1").keep(of("one"), of("old"), 3);
    expect(shelf("1", "noor").find(() => false)).toBeNull();
    expect(new RecoveryStore(localStorage, "tomas/p/w2", "tomas", "1").find(() => false)).toBeNull();
  });

  it("works without storage", () => {
    localStorage.setItem("kept:tomas:editor:tomas/p/w:1", "{broken");
    expect(shelf("1").find()).toBeNull();
    const full = { ...localStorage, length: 0, setItem: () => { throw new Error("full"); } } as unknown as Storage;
    expect(new RecoveryStore(full, "d", "m", "1").keep(of("a"), of("b"), 1)).toBe(false);
    expect(new RecoveryStore(null, "d", "m", "1").find()).toBeNull();
  });
});

describe("a recovered copy", () => {
  const kept = { tab: "1", at: 0, version: 3, base: of("old"), content: of("mine") };

  it("is restored if the server still has its base", () => {
    expect(recover(kept, { content: of("old"), version: 3 })).toEqual({ kind: "restore", content: of("mine") });
    expect(recover(kept, { content: of("old"), version: 5 })).toEqual({ kind: "restore", content: of("mine") });
  });

  it("is a conflict if another editor saved since", () => {
    expect(recover(kept, { content: of("theirs"), version: 4 })).toMatchObject({ kind: "conflict", content: of("mine"), base: of("old") });
  });

  it("is dropped if the server has it", () => {
    expect(recover(kept, { content: of("mine"), version: 4 })).toEqual({ kind: "none" });
    expect(recover(null, { content: of("old"), version: 3 })).toEqual({ kind: "none" });
  });
});
