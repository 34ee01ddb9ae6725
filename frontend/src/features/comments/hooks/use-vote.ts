"use client";

import { useCallback, useRef, useState } from "react";
import { browserApi } from "@/lib/api/browser";
import { toast } from "@/lib/toast";
import { pressed, type VoteValue } from "../thread";

/** The viewer's vote: shown immediately, sent one at a time, reverted on failure. */
export function useVote(id: string, initial: VoteValue | 0, failed: (error: unknown) => string) {
  const [vote, setVote] = useState(initial);
  const wanted = useRef(initial);
  const known = useRef(initial);
  const busy = useRef(false);

  const press = useCallback(
    (button: VoteValue) => {
      wanted.current = pressed(wanted.current, button);
      setVote(wanted.current);
      if (busy.current) return;
      busy.current = true;
      void (async () => {
        try {
          while (wanted.current !== known.current) {
            const next = wanted.current;
            await save(id, next);
            known.current = next;
          }
        } catch (error) {
          wanted.current = known.current;
          setVote(known.current);
          toast(failed(error), { look: "danger" });
        } finally {
          busy.current = false;
        }
      })();
    },
    [id, failed],
  );

  return { vote, press };
}

function save(id: string, value: VoteValue | 0): Promise<unknown> {
  const params = { path: { comment_id: id } };
  return value === 0
    ? browserApi.DELETE("/api/v1/comments/{comment_id}/vote", { params })
    : browserApi.PUT("/api/v1/comments/{comment_id}/vote", { params, body: { value } });
}
