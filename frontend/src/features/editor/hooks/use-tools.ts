"use client";

import { useCallback, useSyncExternalStore } from "react";
import { loadTools, type ToolName } from "../api";

type State = { tools: readonly ToolName[] | null; failed: boolean };

const NOTHING: State = { tools: null, failed: false };
let state: State = NOTHING;
let loading = false;
const listeners = new Set<() => void>();

function change(next: State): void {
  state = next;
  for (const listener of [...listeners]) listener();
}

/** Return the catalogue, loaded once per page when first needed. */
export function useTools(): State & { load: () => void } {
  const now = useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => state,
    () => NOTHING,
  );
  const load = useCallback(() => {
    if (loading || state.tools) return;
    loading = true;
    loadTools()
      .then((tools) => change({ tools, failed: false }))
      .catch(() => change({ tools: null, failed: true }))
      .finally(() => {
        loading = false;
      });
  }, []);
  return { ...now, load };
}
