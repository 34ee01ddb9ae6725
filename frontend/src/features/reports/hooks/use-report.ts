"use client";

import { useState, type FormEvent } from "react";
import type { Reason } from "@/features/moderation/reasons";
import { ApiError, browserApi } from "@/lib/api/browser";
import { usePersistedState } from "@/lib/persisted-state";
import { useRetry } from "@/lib/retry";
import { useSubmissionKey } from "@/lib/submission-key";
import { nameOf, type Target } from "../target";

/** A report being written: keeps its input, and is sent once even if the server is unavailable meanwhile. */
export function useReport(target: Target, onSent: () => void, initial: { reason: Reason | null; note: string } = { reason: null, note: "" }) {
  const { run, waiting } = useRetry();
  const [note, setNote, kept] = usePersistedState(`report:${target.kind}/${target.comment_id ?? nameOf(target)}`, initial.note);
  const [reason, setReason] = useState(initial.reason);
  const [lacking, setLacking] = useState(false);
  const [problem, setProblem] = useState<unknown>(null);
  const [busy, setBusy] = useState(false);
  const withKey = useSubmissionKey();

  async function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    if (busy) return;
    if (reason === null) {
      setLacking(true);
      event.currentTarget.querySelector<HTMLElement>("input[type=radio]")?.focus();
      return;
    }
    setBusy(true);
    setProblem(null);
    try {
      await withKey({ target, reason, note: note.trim() }, (body, header) =>
        run(() => browserApi.POST("/api/v1/reports", { params: { header }, body })),
      );
      kept.drop();
      setNote("");
      setReason(null);
      onSent();
    } catch (error) {
      if (!(error instanceof ApiError)) throw error;
      setProblem(error);
    } finally {
      setBusy(false);
    }
  }

  function choose(next: Reason) {
    setReason(next);
    setLacking(false);
  }

  return { reason, choose, note, setNote, lacking, problem, busy, waiting, submit };
}
