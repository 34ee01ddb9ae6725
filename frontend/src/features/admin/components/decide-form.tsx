"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useId, useState, type FormEvent } from "react";
import { FormOutcome } from "@/components/form-outcome";
import { RestoredNotice } from "@/components/restored-notice";
import { Alert } from "@/components/ui/alert";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Textarea } from "@/components/ui/textarea";
import type { Reason } from "@/features/moderation/reasons";
import { ApiError, browserApi, fieldErrors } from "@/lib/api/browser";
import type { components } from "@/lib/api/schema";
import { usePersistedState } from "@/lib/persisted-state";
import { useRetry } from "@/lib/retry";
import { toast } from "@/lib/toast";
import { concerns, type Outcome, outcomesFor } from "../outcomes";
import { ReasonField } from "./reason-field";

type Case = components["schemas"]["Case"];

const LONGEST = 1_000;

/** Decide a case, for all its reports at once. Shows the decision if another admin was first. */
export function DecideForm({ found }: { found: Case }) {
  const t = useTranslations("admin");
  const common = useTranslations("common");
  const errors = useTranslations("errors");
  const router = useRouter();
  const { run, waiting } = useRetry();
  const { case_id, target } = found;
  const [typed, setTyped, kept] = usePersistedState(`case:${case_id}`, {
    outcome: null as Outcome | null,
    reason: (found.reasons[0] ?? "other") as Reason,
    note: "",
    answer: "",
  });
  const [lacking, setLacking] = useState(false);
  const [problem, setProblem] = useState<unknown>(null);
  const [first, setFirst] = useState<Case | null>(null);
  const [busy, setBusy] = useState(false);
  const id = useId();
  const wrong = fieldErrors(problem, errors);
  const elsewhere = Object.entries(wrong)
    .flatMap(([pointer, told]) => (["/reason", "/note", "/answer"].includes(pointer) ? [] : [told]))
    .join(" ");
  const { outcome, reason, note, answer } = typed;
  const author = target.author ?? "";

  function type(change: Partial<typeof typed>) {
    setTyped((before) => ({ ...before, ...change }));
  }

  async function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    if (busy) return;
    if (outcome === null) {
      setLacking(true);
      event.currentTarget.querySelector<HTMLElement>("input[type=radio]")?.focus();
      return;
    }
    setBusy(true);
    setProblem(null);
    const params = { path: { case_id } };
    try {
      if (outcome === "dismissed") {
        await run(() => browserApi.POST("/api/v1/admin/reports/{case_id}/dismiss", { params, body: { answer: answer.trim() } }));
      } else {
        const body = { outcome, answer: answer.trim(), ...(concerns(outcome) ? { reason, note: note.trim() } : {}) };
        await run(() => browserApi.POST("/api/v1/admin/reports/{case_id}/action", { params, body }));
      }
      kept.drop();
      toast(t("case.done"));
      router.refresh();
    } catch (error) {
      setProblem(error);
      setBusy(false);
      if (error instanceof ApiError && error.code === "decided") await whoWasFirst();
    }
  }

  async function whoWasFirst() {
    try {
      const { data } = await browserApi.GET("/api/v1/admin/reports/{case_id}", { params: { path: { case_id } } });
      if (data) setFirst(data.case);
    } catch {
      // The problem already says enough.
    }
  }

  return (
    <form onSubmit={submit} className="space-y-4" noValidate>
      <RestoredNotice kept={kept} />
      <fieldset aria-describedby={lacking ? `${id}-lacking` : undefined}>
        <legend className="sr-only">{t("case.decide")}</legend>
        {outcomesFor(target).map((each) => (
          <label key={each} className="flex min-h-10 cursor-pointer items-start gap-3 py-1.5">
            <input
              type="radio"
              name={`${id}-outcome`}
              className="mt-1 size-4 shrink-0 accent-accent"
              checked={outcome === each}
              onChange={() => {
                type({ outcome: each });
                setLacking(false);
              }}
            />
            <span>
              {each === "removed"
                ? t(`case.remove_${target.kind}`)
                : each === "suspended"
                  ? t("case.suspend", { handle: author })
                  : t(`case.${each}`)}
              <span className="block text-sm text-muted">{t(`case.${each}Hint`)}</span>
            </span>
          </label>
        ))}
        {lacking ? (
          <p id={`${id}-lacking`} role="alert" className="text-sm text-danger">
            {t("case.outcomeNeeded")}
          </p>
        ) : null}
      </fieldset>
      {outcome !== null && concerns(outcome) ? (
        <>
          <ReasonField value={reason} onChange={(next) => type({ reason: next })} error={wrong["/reason"]} />
          <Field
            label={t("case.note", { handle: author })}
            hint={t(outcome === "removed" ? "noteHint" : "case.suspendedNoteHint")}
            optional={common("optional")}
            error={wrong["/note"]}
          >
            {(field) => <Textarea {...field} rows={4} maxLength={LONGEST} value={note} onChange={(event) => type({ note: event.target.value })} />}
          </Field>
        </>
      ) : null}
      <Field
        label={t("case.answer", { count: found.reports })}
        hint={t("case.answerHint")}
        optional={common("optional")}
        error={wrong["/answer"]}
      >
        {(field) => <Textarea {...field} rows={3} maxLength={LONGEST} value={answer} onChange={(event) => type({ answer: event.target.value })} />}
      </Field>
      {first !== null && first.outcome !== null ? (
        <Alert
          look="warn"
          live
          title={t("case.decidedFirst", { handle: first.settled_by ?? "–", outcome: t(`outcomes.${first.outcome}`) })}
          action={
            <Button
              size="small"
              onClick={() => {
                kept.drop();
                router.refresh();
              }}
            >
              {t("case.showDecision")}
            </Button>
          }
        >
          {t("case.decidedText")}
        </Alert>
      ) : (
        <FormOutcome problem={elsewhere || problem} waiting={waiting} />
      )}
      {first === null ? (
        <Button type="submit" look="primary" busy={busy}>
          {t("case.decide")}
        </Button>
      ) : null}
    </form>
  );
}
