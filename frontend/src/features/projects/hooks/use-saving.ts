"use client";

import { useTranslations } from "next-intl";
import { useState, type FormEvent } from "react";
import { ApiError, fieldErrors, problemMessage } from "@/lib/api/browser";
import { useRetry } from "@/lib/retry";
import { errorsOf, type Values } from "../form";

const NONE: Readonly<Record<string, string>> = {};

/** Save a project, new or existing. `act` saves and returns whether it is done; `frame` is the state for FormFrame. */
export function useSaving(values: Values, act: (run: ReturnType<typeof useRetry>["run"]) => Promise<boolean>) {
  const t = useTranslations("project_form");
  const told = useTranslations("errors");
  const { run, waiting } = useRetry();
  const [errors, setErrors] = useState(NONE);
  const [problem, setProblem] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);

  async function onSubmit(event: FormEvent) {
    event.preventDefault();
    if (busy) return;
    setProblem(null);
    if (values.title.trim() === "") {
      setErrors({ title: t("titleNeeded") });
      return;
    }
    setErrors(NONE);
    setBusy(true);
    try {
      // Stay busy after success: the next page is loading.
      setBusy(await act(run));
    } catch (error) {
      setBusy(false);
      if (!(error instanceof ApiError)) throw error;
      const message = problemMessage(error, told);
      const found = errorsOf(fieldErrors(error, told), values);
      // A taken slug has no pointer; show its message at the field only.
      const isTaken = error.code === "slug_taken";
      setErrors(isTaken ? { ...found, slug: message } : found);
      setProblem(isTaken ? told("codes.invalid_input") : message);
    }
  }

  return { busy, frame: { onSubmit, problem, errors, waiting } };
}
