"use client";

import { useCallback, useRef, useState } from "react";
import { toast } from "@/lib/toast";

/**
 * Optimistic toggle, such as a star: shown immediately, sent to the server, and reverted with a toast on failure. Repeated
 * clicks are sent one at a time; the last one wins.
 *
 *     const { on, count, toggle } = useOptimisticToggle({
 *       on: starred, count: stars,
 *       save: (on) => on ? browserApi.PUT(…) : browserApi.DELETE(…),
 *       failed: (error) => problemMessage(error, t),
 *     });
 */
export function useOptimisticToggle({
  on: initial,
  count: initialCount = 0,
  save,
  failed,
}: {
  on: boolean;
  count?: number;
  save: (on: boolean) => Promise<unknown>;
  failed: (error: unknown) => string;
}): { on: boolean; count: number; toggle: () => void; pending: boolean } {
  const [on, setOn] = useState(initial);
  const [pending, setPending] = useState(false);
  /** State at the time of `count`. */
  const [base, setBase] = useState({ on: initial, count: initialCount });
  const wanted = useRef(initial);
  const known = useRef(initial);
  const busy = useRef(false);

  // The page was reloaded with newer data.
  if (!pending && (base.count !== initialCount || base.on !== initial)) {
    setBase({ on: initial, count: initialCount });
    setOn(initial);
  }

  const toggle = useCallback(() => {
    if (!busy.current) {
      wanted.current = on;
      known.current = on;
    }
    wanted.current = !wanted.current;
    setOn(wanted.current);
    if (busy.current) return;
    busy.current = true;
    setPending(true);
    void (async () => {
      try {
        while (wanted.current !== known.current) {
          const next = wanted.current;
          await save(next);
          known.current = next;
        }
      } catch (error) {
        wanted.current = known.current;
        setOn(known.current);
        toast(failed(error), { look: "danger" });
      } finally {
        busy.current = false;
        setPending(false);
      }
    })();
  }, [on, save, failed]);

  return { on, count: base.count + Number(on) - Number(base.on), toggle, pending };
}
