"use client";

import { useTranslations } from "next-intl";
import { useId, useRef, useState, type FormEvent } from "react";
import { Alert } from "@/components/ui/alert";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { Field } from "@/components/ui/field";
import { Textarea } from "@/components/ui/textarea";
import { ApiError, browserApi, fieldErrors, newKey, problemMessage } from "@/lib/api/browser";
import { useKept } from "@/lib/kept";
import { useRetry } from "@/lib/retry";
import { toast } from "@/lib/toast";
import type { Target } from "./report-opener";

const REASONS = ["spam", "harassment", "illegal", "copyright", "secrets", "other"] as const;
type Reason = (typeof REASONS)[number];

const LONGEST = 2_000;

export function ReportDialog({
  target,
  name,
  open,
  onClose,
}: {
  target: Target;
  name: string;
  open: boolean;
  onClose: () => void;
}) {
  const t = useTranslations("reports");
  const common = useTranslations("common");
  const errors = useTranslations("errors");
  const { run, waiting } = useRetry();
  const [note, setNote, kept] = useKept(`report:${keyOf(target)}`, "");
  const [reason, setReason] = useState<Reason | null>(null);
  const [problem, setProblem] = useState<unknown>(null);
  const [lacking, setLacking] = useState(false);
  const [busy, setBusy] = useState(false);
  const key = useRef(newKey());
  const form = useId();
  const wrong = fieldErrors(problem, errors);

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
      await run(() =>
        browserApi.POST("/api/v1/reports", {
          params: { header: { "Idempotency-Key": key.current } },
          body: { target, reason, note: note.trim() },
        }),
      );
      kept.discard();
      setReason(null);
      key.current = newKey();
      toast(t("thanks"));
      onClose();
    } catch (error) {
      if (!(error instanceof ApiError)) throw error;
      key.current = newKey();
      setProblem(error);
    } finally {
      setBusy(false);
    }
  }

  return (
    <Dialog
      open={open}
      onClose={onClose}
      title={t("title", { name })}
      close={common("close")}
      insist={note !== ""}
      footer={
        <>
          <Button onClick={onClose}>{common("cancel")}</Button>
          <Button type="submit" form={form} look="primary" busy={busy}>
            {busy ? t("sending") : t("send")}
          </Button>
        </>
      }
    >
      <form id={form} onSubmit={submit} className="space-y-4" noValidate>
        <p className="text-muted">{t("about")}</p>
        <fieldset aria-describedby={lacking ? `${form}-lacking` : undefined}>
          <legend className="text-sm font-medium">{t("reason")}</legend>
          {REASONS.map((each) => (
            <label key={each} className="flex min-h-10 cursor-pointer items-center gap-3">
              <input
                type="radio"
                name={`${form}-reason`}
                className="size-4 shrink-0 accent-accent"
                checked={reason === each}
                onChange={() => {
                  setReason(each);
                  setLacking(false);
                }}
              />
              {t(`reasons.${each}`)}
            </label>
          ))}
          {lacking ? (
            <p id={`${form}-lacking`} role="alert" className="text-sm text-danger">
              {t("reasonNeeded")}
            </p>
          ) : null}
        </fieldset>
        <Field label={t("note")} optional={common("optional")} hint={t("noteHint")} error={wrong["/note"]}>
          {(field) => (
            <Textarea {...field} rows={3} maxLength={LONGEST} value={note} onChange={(event) => setNote(event.target.value)} />
          )}
        </Field>
        {problem === null ? null : (
          <Alert look="danger" live>
            {problemMessage(problem, errors)}
          </Alert>
        )}
        {waiting ? <p role="status" className="text-sm text-muted">{errors("unreachable")}</p> : null}
      </form>
    </Dialog>
  );
}

function keyOf({ kind, handle, slug, workflow, comment_id }: Target): string {
  return [kind, handle, slug, workflow, comment_id].filter(Boolean).join("/");
}
