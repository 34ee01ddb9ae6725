"use client";

import { useCallback, useRef } from "react";
import { ApiError } from "@/lib/api/problem";

export type SubmissionHeader = { "Idempotency-Key": string };

/** Rejections before the request is processed, which tell nothing about earlier attempts. */
const SAYING_NOTHING = [401, 408, 429];

/**
 * Idempotency-Key of a form: the same for repeated submits of the same body while the outcome is unknown. After a success,
 * a final rejection or a change of the body, a new key.
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

/** Whether nothing was created for sure. A missing response, a server error and `in_flight` do not tell. */
function isRefusal(error: unknown): boolean {
  if (!(error instanceof ApiError) || error.code === "in_flight") return false;
  return error.status >= 400 && error.status < 500 && !SAYING_NOTHING.includes(error.status);
}

function newKey(): string {
  if (typeof crypto.randomUUID === "function") return crypto.randomUUID();
  // randomUUID needs a secure context, which plain http in a home network is not.
  return Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, "0")).join("");
}
