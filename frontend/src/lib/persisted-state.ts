"use client";

import { useCallback, useEffect, useRef, useState } from "react";
import { forEachPersisted, PREFIX } from "./persisted-storage";

const LIFE = 14 * 24 * 60 * 60 * 1_000;
const PAUSE = 250;
const LARGEST = 1_500_000;

type Stored = { value: unknown; at: number };

export type PersistedState = {
  /** Text from an earlier visit was restored. */
  restored: boolean;
  /** Stop storing after a successful submit; the form keeps its text. */
  drop: () => void;
  /** Discard the restored text and show the initial value. */
  discard: () => void;
};

/**
 * State for unsaved text: survives reloads, crashes, expired sessions and outages. `key` names the form and its subject
 * (`comment:ada/clock`); null stores nothing. The value is JSON. Never use it for passwords or tokens.
 *
 *     const [text, setText, kept] = usePersistedState(`comment:${handle}/${slug}`, "");
 *     … await post(text); kept.drop();
 *
 * Stored per maker in this browser: other makers do not see it, and logging out removes it.
 */
export function usePersistedState<T>(key: string | null, initial: T): [T, (next: T | ((before: T) => T)) => void, PersistedState] {
  const [value, setValue] = useState(initial);
  const [restored, setRestored] = useState(false);
  const first = useRef(initial);
  const pending = useRef<{ value: T; timer: ReturnType<typeof setTimeout> } | null>(null);
  // Do not replace text that is already being typed.
  const touched = useRef(false);

  const flush = useCallback(() => {
    const waiting = pending.current;
    pending.current = null;
    if (waiting === null || key === null) return;
    clearTimeout(waiting.timer);
    if (same(waiting.value, first.current)) forget(key);
    else write(key, waiting.value);
  }, [key]);

  useEffect(() => {
    if (key === null) return;
    const stored = read(key);
    if (stored !== undefined && !touched.current && !same(stored, first.current)) {
      setValue(stored as T);
      setRestored(true);
    }
    const hidden = () => {
      if (document.visibilityState === "hidden") flush();
    };
    addEventListener("pagehide", flush);
    document.addEventListener("visibilitychange", hidden);
    return () => {
      flush();
      removeEventListener("pagehide", flush);
      document.removeEventListener("visibilitychange", hidden);
    };
  }, [key, flush]);

  const latest = useRef(value);
  useEffect(() => {
    latest.current = value;
  }, [value]);

  const set = useCallback(
    (next: T | ((before: T) => T)) => {
      touched.current = true;
      const resolved = typeof next === "function" ? (next as (before: T) => T)(latest.current) : next;
      latest.current = resolved;
      setValue(resolved);
      if (pending.current !== null) clearTimeout(pending.current.timer);
      pending.current = { value: resolved, timer: setTimeout(flush, PAUSE) };
    },
    [flush],
  );

  const drop = useCallback(() => {
    if (pending.current !== null) clearTimeout(pending.current.timer);
    pending.current = null;
    setRestored(false);
    if (key !== null) forget(key);
  }, [key]);

  const discard = useCallback(() => {
    drop();
    latest.current = first.current;
    setValue(first.current);
  }, [drop]);

  return [value, set, { restored, drop, discard }];
}

function nameOf(key: string): string {
  return `${PREFIX}${document.body.dataset.maker ?? ""}:${key}`;
}

function read(key: string): unknown {
  try {
    prune();
    const text = localStorage.getItem(nameOf(key));
    return text === null ? undefined : (JSON.parse(text) as Stored).value;
  } catch {
    return undefined;
  }
}

function write(key: string, value: unknown): void {
  try {
    const text = JSON.stringify({ value, at: Date.now() } satisfies Stored);
    if (text.length <= LARGEST) localStorage.setItem(nameOf(key), text);
  } catch {
    // Storage is full or forbidden: continue without it.
  }
}

function forget(key: string): void {
  try {
    localStorage.removeItem(nameOf(key));
  } catch {
    // Storage is forbidden.
  }
}

let pruned = false;

function prune(): void {
  if (pruned) return;
  pruned = true;
  forEachPersisted((name, text) => {
    let at = 0;
    try {
      at = (JSON.parse(text) as Stored).at;
    } catch {
      // Invalid entry: remove it.
    }
    if (!(Date.now() - at < LIFE)) localStorage.removeItem(name);
  });
}

function same(one: unknown, other: unknown): boolean {
  return one === other || JSON.stringify(one) === JSON.stringify(other);
}
