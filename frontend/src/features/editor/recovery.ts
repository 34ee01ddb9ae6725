import { type Content, same } from "./content";

/**
 * Copies of unsaved text in this browser. They survive reloads, crashes, outages and ended sessions. Each tab has its
 * own copy, so that tabs of one draft do not overwrite each other; the next tab recovers the copy of a closed one.
 * Removed when the server has saved the text.
 */
export interface RecoveryRecord {
  tab: string;
  at: number;
  /** The version of the draft it is based on, and its content. */
  version: number;
  base: Content;
  content: Content;
}

/** The required part of `localStorage`. */
export type Store = Pick<Storage, "getItem" | "setItem" | "removeItem" | "key" | "length">;

/** A tab counts as closed if it cannot be asked and has not written for this long. */
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
      return false; // full or forbidden: the page still has the text
    }
  }

  drop(tab = this.tab): void {
    try {
      this.store?.removeItem(this.key(tab));
    } catch {
      // nothing is stored where storage is forbidden
    }
  }

  /**
   * Return this tab's copy, else the newest one of a closed tab. `isOpen` tells whether another tab is open (null:
   * unknown).
   */
  find(isOpen: (tab: string) => boolean | null = () => null): RecoveryRecord | null {
    const found = this.all().filter((kept) => {
      if (kept.tab === this.tab) return true;
      const open = isOpen(kept.tab);
      return open === null ? this.now() - kept.at > GONE : !open;
    });
    return found.find((kept) => kept.tab === this.tab) ?? found.sort((a, b) => b.at - a.at)[0] ?? null;
  }

  // Same keys and dates as lib/persisted-state.ts, which removes old entries, and all entries on logout.
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
  /** The server's text is still its base: continue. */
  | { kind: "restore"; content: Content }
  /** Another editor has saved since: offer both. */
  | { kind: "conflict"; base: Content; content: Content };

/** Decide what to do with a copy, given the server's draft. */
export function recover(kept: RecoveryRecord | null, server: { content: Content; version: number }): Recovery {
  if (!kept || same(kept.content, server.content)) return { kind: "none" };
  if (kept.version === server.version || same(kept.base, server.content)) return { kind: "restore", content: kept.content };
  // The server's draft is newer, and the copy has no changes.
  if (same(kept.content, kept.base)) return { kind: "none" };
  return { kind: "conflict", base: kept.base, content: kept.content };
}
