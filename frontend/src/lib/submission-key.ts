"use client";

import { useCallback, useRef } from "react";
import { ApiError } from "@/lib/api/problem";

export type SubmissionHeader = { "Idempotency-Key": string };

/** Refusals that come before anything is looked at, and so say nothing of an attempt before them. */
const SAYING_NOTHING = [401, 408, 429];

/**
 * The Idempotency-Key of what a form makes: the same for as long as the same is sent and nobody knows whether it was made,
 * however often the button is pressed. What was made, refused for good or changed gets another.
 *
 *     const withKey = useSubmissionKey();
 *     await withKey({ title }, (body, header) => run(() => browserApi.POST("/api/v1/projects", { params: { header }, body })));
 */
export function useSubmissionKey() {
  const under = useRef<{ key: string; body: string } | null>(null);

  return useCallback(async <B, T>(body: B, send: (body: B, header: SubmissionHeader) => Promise<T>): Promise<T> => {
    const written = JSON.stringify(body);
    if (under.current?.body !== written) under.current = { key: newKey(), body: written };
    try {
      const made = await send(body, { "Idempotency-Key": under.current.key });
      under.current = null;
      return made;
    } catch (error) {
      if (isRefusal(error)) under.current = null;
      throw error;
    }
  }, []);
}

/** Whether it is sure that nothing was made. No answer, a fault of the server and `in_flight` do not tell. */
function isRefusal(error: unknown): boolean {
  if (!(error instanceof ApiError) || error.code === "in_flight") return false;
  return error.status >= 400 && error.status < 500 && !SAYING_NOTHING.includes(error.status);
}

function newKey(): string {
  if (typeof crypto.randomUUID === "function") return crypto.randomUUID();
  // randomUUID is for secure contexts alone; a trial in a home network by plain http is none.
  return Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, "0")).join("");
}
