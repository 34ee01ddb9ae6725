"use client";

import { useEffect, useState } from "react";
import { browserApi } from "@/lib/api/browser";
import { passwordProblem } from "../password";

/** What an account is called: a password must not be based on it. */
export interface AccountWords {
  handle?: string;
  email?: string;
}

export type PasswordVerdict = "weak" | "personal" | "strong" | null;

const PAUSE = 400;

/**
 * What our API says of a password, some time after the last key: null while that is not known. It is only a hint, so errors
 * are ignored; the form itself tells what was refused.
 */
export function usePasswordCheck(password: string, { handle = "", email = "" }: AccountWords): PasswordVerdict {
  const [checked, setChecked] = useState<{ key: string; verdict: PasswordVerdict }>({ key: "", verdict: null });
  const key = JSON.stringify([password, handle, email]);

  useEffect(() => {
    // Shorter ones are not sent: their hint is the number of characters that are missing.
    if (passwordProblem(password) !== null) return;
    const gone = new AbortController();
    const timer = setTimeout(async () => {
      try {
        const body = { password, handle: handle.slice(0, 30), email: email.slice(0, 254) };
        const { data } = await browserApi.POST("/api/v1/auth/password/check", { body, signal: gone.signal });
        const code = data?.code ?? null;
        if (data !== undefined) setChecked({ key, verdict: code === null ? "strong" : code === "too_personal" ? "personal" : "weak" });
      } catch {
        // No hint, then.
      }
    }, PAUSE);
    return () => {
      clearTimeout(timer);
      gone.abort();
    };
  }, [password, handle, email, key]);

  return checked.key === key ? checked.verdict : null;
}
