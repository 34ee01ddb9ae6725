"use client";

import { useCallback, useMemo, useState, useSyncExternalStore } from "react";
import { type Content, type Filled, fitting, NOTHING } from "../run";

const PREFIX = "workflow:";
const WAIT = 250;

/** What was filled in of one workflow, in this tab and for the next visit. */
class Store {
  private value: Filled;
  private readonly listeners = new Set<() => void>();
  private timer: ReturnType<typeof setTimeout> | undefined;

  constructor(private readonly key: string) {
    this.value = read(key);
    addEventListener("pagehide", () => this.write());
  }

  readonly get = () => this.value;

  readonly subscribe = (listener: () => void) => {
    this.listeners.add(listener);
    return () => {
      this.listeners.delete(listener);
    };
  };

  set(value: Filled): void {
    this.value = value;
    for (const listener of this.listeners) listener();
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.write(), WAIT);
  }

  private write(): void {
    if (this.timer === undefined) return;
    clearTimeout(this.timer);
    this.timer = undefined;
    try {
      if (this.value === NOTHING) localStorage.removeItem(this.key);
      else localStorage.setItem(this.key, JSON.stringify(this.value));
    } catch {
      // No room or no storage: it stays for as long as the page does.
    }
  }
}

const stores = new Map<string, Store>();

function storeOf(key: string): Store {
  let store = stores.get(key);
  if (store === undefined) stores.set(key, (store = new Store(key)));
  return store;
}

function read(key: string): Filled {
  try {
    const found: unknown = JSON.parse(localStorage.getItem(key) ?? "null");
    if (typeof found !== "object" || found === null) return NOTHING;
    const { inputs, outputs } = found as Partial<Record<string, unknown>>;
    return { inputs: texts(inputs), outputs: texts(outputs) };
  } catch {
    return NOTHING;
  }
}

function texts(value: unknown): Record<string, string> {
  if (typeof value !== "object" || value === null) return {};
  return Object.fromEntries(
    Object.entries(value).filter((entry): entry is [string, string] => typeof entry[1] === "string"),
  );
}

/**
 * What is filled in of a workflow's variables and of what its steps made. It stays in this browser until it is cleared,
 * and the same goes into every version, as far as it fits there.
 */
export function useFilled(workflowId: string, content: Content) {
  const key = PREFIX + workflowId;
  const subscribe = useCallback((listener: () => void) => storeOf(key).subscribe(listener), [key]);
  const raw = useSyncExternalStore(
    subscribe,
    () => storeOf(key).get(),
    () => NOTHING,
  );
  const filled = useMemo(() => fitting(raw, content), [raw, content]);
  const [before, setBefore] = useState<Filled | null>(null);

  function change(field: keyof Filled, name: string, value: string | undefined) {
    const now = storeOf(key).get();
    const entries = { ...now[field] };
    if (value === undefined) delete entries[name];
    else entries[name] = value;
    storeOf(key).set({ ...now, [field]: entries });
    setBefore(null);
  }

  return {
    filled,
    setInput: (name: string, value: string | undefined) => change("inputs", name, value),
    setOutput: (name: string, value: string) => change("outputs", name, value === "" ? undefined : value),
    clear: () => {
      setBefore(storeOf(key).get());
      storeOf(key).set(NOTHING);
    },
    /** Takes clearing back; null when there is nothing to take back. */
    undo:
      before === null
        ? null
        : () => {
            storeOf(key).set(before);
            setBefore(null);
          },
  };
}
