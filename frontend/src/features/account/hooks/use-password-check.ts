"use client";

import { useEffect, useState } from "react";
import { browserApi } from "@/lib/api/browser";
import { passwordProblem } from "../password";

/** Words that a password must not contain. */
export interface AccountWords {
  handle?: string;
  email?: string;
}

export type PasswordVerdict = "weak" | "personal" | "strong" | null;

const PAUSE = 400;

/**
 * Return the API's rating of a password, some time after the last key: null until it is known. It is only a hint, so
 * errors are ignored; the form shows rejections.
 */
export function usePasswordCheck(password: string, { handle = "", email = "" }: AccountWords): PasswordVerdict {
  const [checked, setChecked] = useState<{ key: string; verdict: PasswordVerdict }>({ key: "", verdict: null });
  const key = JSON.stringify([password, handle, email]);

  useEffect(() => {
    // Shorter passwords show the number of missing characters instead.
    if (passwordProblem(password) !== null) return;
    const gone = new AbortController();
    const timer = setTimeout(async () => {
      try {
        const body = { password, handle: handle.slice(0, 30), email: email.slice(0, 254) };
        const { data } = await browserApi.POST("/api/v1/auth/password/check", { body, signal: gone.signal });
        const code = data?.code ?? null;
        if (data !== undefined) setChecked({ key, verdict: code === null ? "strong" : code === "too_personal" ? "personal" : "weak" });
      } catch {
        // No hint.
      }
    }, PAUSE);
    return () => {
      clearTimeout(timer);
      gone.abort();
    };
  }, [password, handle, email, key]);

  return checked.key === key ? checked.verdict : null;
}
