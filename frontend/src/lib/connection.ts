import { useSyncExternalStore } from "react";

/** Whether the server responds, shared by all components of a page. */
type State = "here" | "away";

let state: State = "here";
let timer: ReturnType<typeof setTimeout> | undefined;
let attempt = 0;
const listeners = new Set<() => void>();

const FIRST = 1_000;
const LONGEST = 15_000;

export function reportUnreachable(): void {
  if (state === "away") return;
  attempt = 0;
  change("away");
  plan();
}

export function reportReached(): void {
  if (state === "here") return;
  clearTimeout(timer);
  change("here");
}

/** Probe immediately, for a "Try again" button. */
export function probeNow(): void {
  if (state === "away") void probe();
}

function plan(): void {
  clearTimeout(timer);
  // Half of the delay is random, so that clients do not return at the same moment.
  const wait = Math.min(LONGEST, FIRST * 1.6 ** attempt);
  timer = setTimeout(() => void probe(), wait * (0.5 + Math.random() / 2));
  attempt += 1;
}

async function probe(): Promise<void> {
  clearTimeout(timer);
  const there = await fetch("/api/health", { cache: "no-store", signal: AbortSignal.timeout(4_000) })
    .then((response) => response.ok)
    .catch(() => false);
  if (there) reportReached();
  else plan();
}

function change(next: State): void {
  state = next;
  for (const listener of [...listeners]) listener();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

export function useConnection(): State {
  return useSyncExternalStore(
    subscribe,
    () => state,
    () => "here",
  );
}

/** Resolve when the server responds again; immediately if it is not known to be unavailable. */
export function reachable(signal?: AbortSignal): Promise<void> {
  if (state === "here") return Promise.resolve();
  return new Promise((resolve, reject) => {
    const done = () => {
      if (state !== "here") return;
      listeners.delete(done);
      resolve();
    };
    listeners.add(done);
    signal?.addEventListener("abort", () => {
      listeners.delete(done);
      reject(signal.reason);
    });
  });
}
