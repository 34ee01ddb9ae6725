import { beforeEach, describe, expect, it } from "vitest";
import { type Content, newStep } from "./content";
import { recover, RecoveryStore } from "./recovery";

const of = (template: string): Content => ({ variables: [], steps: [newStep("a", { template })] });
let now = 1_000_000_000;
const shelf = (tab: string, maker = "tomas") => new RecoveryStore(localStorage, "tomas/p/w", maker, tab, () => now);

beforeEach(() => localStorage.clear());

describe("what is typed stays in the browser", () => {
  it("for the tab that typed it, until it is dropped", () => {
    expect(shelf("1").keep(of("new"), of("old"), 3)).toBe(true);
    expect(shelf("1").find()).toMatchObject({ content: of("new"), base: of("old"), version: 3 });
    shelf("1").drop();
    expect(shelf("1").find()).toBeNull();
  });

  it("for another tab once that one is gone", () => {
    shelf("1").keep(of("one"), of("old"), 3);
    expect(shelf("2").find((tab) => tab === "1")).toBeNull();
    expect(shelf("2").find(() => false)?.content).toEqual(of("one"));
    expect(shelf("2").find()).toBeNull();
    now += 11 * 60_000;
    expect(shelf("2").find()?.content).toEqual(of("one"));
    shelf("2").keep(of("two"), of("old"), 3);
    expect(shelf("2").find(() => false)?.content).toEqual(of("two"));
  });

  it("for nobody else, and of no other draft", () => {
    shelf("1").keep(of("one"), of("old"), 3);
    expect(shelf("1", "noor").find(() => false)).toBeNull();
    expect(new RecoveryStore(localStorage, "tomas/p/w2", "tomas", "1").find(() => false)).toBeNull();
  });

  it("as long as the browser lets it", () => {
    localStorage.setItem("kept:tomas:editor:tomas/p/w:1", "{broken");
    expect(shelf("1").find()).toBeNull();
    const full = { ...localStorage, length: 0, setItem: () => { throw new Error("full"); } } as unknown as Storage;
    expect(new RecoveryStore(full, "d", "m", "1").keep(of("a"), of("b"), 1)).toBe(false);
    expect(new RecoveryStore(null, "d", "m", "1").find()).toBeNull();
  });
});

describe("what was kept", () => {
  const kept = { tab: "1", at: 0, version: 3, base: of("old"), content: of("mine") };

  it("goes on where the server still has what it was typed over", () => {
    expect(recover(kept, { content: of("old"), version: 3 })).toEqual({ kind: "restore", content: of("mine") });
    expect(recover(kept, { content: of("old"), version: 5 })).toEqual({ kind: "restore", content: of("mine") });
  });

  it("is offered beside what somebody saved since", () => {
    expect(recover(kept, { content: of("theirs"), version: 4 })).toMatchObject({ kind: "conflict", content: of("mine"), base: of("old") });
  });

  it("is done with when the server has it", () => {
    expect(recover(kept, { content: of("mine"), version: 4 })).toEqual({ kind: "none" });
    expect(recover(null, { content: of("old"), version: 3 })).toEqual({ kind: "none" });
  });
});
