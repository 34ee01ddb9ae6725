"use client";

import { useMemo, useState } from "react";
import { usePersistedState } from "@/lib/persisted-state";
import { type Content, type Filled, fitting, NOTHING } from "../run";

/**
 * Values of fields and answers of steps. Stored in this browser until cleared, and shared by all versions as far as
 * they fit.
 */
export function useFilled(workflowId: string, content: Content) {
  const [raw, setRaw] = usePersistedState<Filled>(`workflow:${workflowId}`, NOTHING);
  const [before, setBefore] = useState<Filled | null>(null);
  const filled = useMemo(() => fitting(raw, content), [raw, content]);

  function change(field: keyof Filled, name: string, value: string | undefined) {
    setRaw((now) => {
      const entries = { ...now[field] };
      if (value === undefined) delete entries[name];
      else entries[name] = value;
      return { ...now, [field]: entries };
    });
    setBefore(null);
  }

  return {
    filled,
    setInput: (name: string, value: string | undefined) => change("inputs", name, value),
    setOutput: (name: string, value: string) => change("outputs", name, value === "" ? undefined : value),
    clear: () => {
      setBefore(raw);
      setRaw(NOTHING);
    },
    /** Undo clearing; null if there is nothing to undo. */
    undo:
      before === null
        ? null
        : () => {
            setRaw(before);
            setBefore(null);
          },
  };
}
