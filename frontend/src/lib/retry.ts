"use client";

import { useCallback, useEffect, useRef, useState } from "react";
import { ApiError } from "@/lib/api/problem";
import { reachable } from "@/lib/connection";

const BUSY_ATTEMPTS = 3;

/**
 * Retry an action until the server responds: waits while it is unavailable, and retries a busy one (503 with
 * Retry-After) a few times. Throws every other error. An action that creates something must use one Idempotency-Key for
 * all attempts.
 */
export async function untilAnswered<T>(act: () => Promise<T>, signal?: AbortSignal): Promise<T> {
  for (let busy = 0; ; ) {
    try {
      return await act();
    } catch (error) {
      if (!(error instanceof ApiError) || signal?.aborted) throw error;
      if (error.unreachable) {
        await reachable(signal);
      } else if (error.status === 503 && busy < BUSY_ATTEMPTS) {
        busy += 1;
        await pause((error.retryAfter ?? busy) * 1_000, signal);
      } else {
        throw error;
      }
    }
  }
}

/** `run(act)` is `untilAnswered` until the component unmounts; `waiting` is true while it waits for the server. */
export function useRetry(): { run: <T>(act: () => Promise<T>) => Promise<T>; waiting: boolean } {
  const [waiting, setWaiting] = useState(false);
  const controller = useRef<AbortController | null>(null);

  useEffect(() => {
    controller.current = new AbortController();
    return () => controller.current?.abort();
  }, []);

  const run = useCallback(async <T,>(act: () => Promise<T>): Promise<T> => {
    const watched = async () => {
      try {
        const result = await act();
        setWaiting(false);
        return result;
      } catch (error) {
        setWaiting(error instanceof ApiError && (error.unreachable || error.status === 503));
        throw error;
      }
    };
    try {
      return await untilAnswered(watched, controller.current?.signal);
    } finally {
      setWaiting(false);
    }
  }, []);

  return { run, waiting };
}

function pause(milliseconds: number, signal?: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(resolve, milliseconds);
    signal?.addEventListener("abort", () => {
      clearTimeout(timer);
      reject(signal.reason);
    });
  });
}
