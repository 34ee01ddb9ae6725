import { type Content, same } from "./content";

/**
 * What is typed and not yet on the server stays in this browser: through a reload, a crash, a lost connection or an
 * ended session. Each tab keeps its own, so that two tabs of one draft do not write over each other; what a tab left
 * behind is given back to the next one that opens the draft. It goes when the server has it.
 */
export interface RecoveryRecord {
  tab: string;
  at: number;
  /** The version of the draft it was typed over, and what that said. */
  version: number;
  base: Content;
  content: Content;
}

/** The part of `localStorage` that is needed. */
export type Store = Pick<Storage, "getItem" | "setItem" | "removeItem" | "key" | "length">;

/** A tab that has not written for as long, and cannot be asked, is taken to be gone. */
const GONE = 10 * 60_000;

export class RecoveryStore {
  constructor(
    private readonly store: Store | null,
    /** `handle/project/workflow`. */
    private readonly draft: string,
    private readonly maker: string,
    private readonly tab: string,
    private readonly now: () => number = Date.now,
  ) {}

  keep(content: Content, base: Content, version: number): boolean {
    if (!this.store) return false;
    const kept: RecoveryRecord = { tab: this.tab, at: this.now(), version, base, content };
    try {
      this.store.setItem(this.key(this.tab), JSON.stringify(kept));
      return true;
    } catch {
      return false; // full or forbidden: the page still has it
    }
  }

  drop(tab = this.tab): void {
    try {
      this.store?.removeItem(this.key(tab));
    } catch {
      // nothing to drop where nothing can be kept
    }
  }

  /**
   * What was left: this tab's own, else the newest of a tab that is gone. `isOpen` tells of another tab whether it is
   * still there (null: cannot tell).
   */
  find(isOpen: (tab: string) => boolean | null = () => null): RecoveryRecord | null {
    const found = this.all().filter((kept) => {
      if (kept.tab === this.tab) return true;
      const open = isOpen(kept.tab);
      return open === null ? this.now() - kept.at > GONE : !open;
    });
    return found.find((kept) => kept.tab === this.tab) ?? found.sort((a, b) => b.at - a.at)[0] ?? null;
  }

  // Named and dated as lib/kept.ts does it, which drops what is old, and everything when its maker logs out.
  private all(): RecoveryRecord[] {
    const found: RecoveryRecord[] = [];
    try {
      const store = this.store;
      if (!store) return [];
      const keys = Array.from({ length: store.length }, (_, at) => store.key(at) ?? "");
      for (const key of keys) {
        const kept = key.startsWith(this.key("")) ? read(store.getItem(key)) : null;
        if (kept && key === this.key(kept.tab)) found.push(kept);
      }
    } catch {
      return [];
    }
    return found;
  }

  private key(tab: string): string {
    return `kept:${this.maker}:editor:${this.draft}:${tab}`;
  }
}

function read(text: string | null): RecoveryRecord | null {
  try {
    const kept = JSON.parse(text ?? "null") as RecoveryRecord | null;
    const whole = kept !== null && Array.isArray(kept.content?.steps) && Array.isArray(kept.base?.steps);
    return whole && typeof kept.version === "number" && typeof kept.tab === "string" ? kept : null;
  } catch {
    return null;
  }
}

export type Recovery =
  | { kind: "none" }
  /** Typed over what the server still has: it goes on from there. */
  | { kind: "restore"; content: Content }
  /** Somebody saved since: both are offered. */
  | { kind: "conflict"; base: Content; content: Content };

/** What to do with what was kept, given what the server has. */
export function recover(kept: RecoveryRecord | null, server: { content: Content; version: number }): Recovery {
  if (!kept || same(kept.content, server.content)) return { kind: "none" };
  if (kept.version === server.version || same(kept.base, server.content)) return { kind: "restore", content: kept.content };
  // The server has moved on, and what was kept is nothing but what it had before.
  if (same(kept.content, kept.base)) return { kind: "none" };
  return { kind: "conflict", base: kept.base, content: kept.content };
}
