"use client";

import { useTranslations } from "next-intl";
import { useId } from "react";
import { FormOutcome } from "@/components/form-outcome";
import { Field } from "@/components/ui/field";
import { Textarea } from "@/components/ui/textarea";
import { REASONS } from "@/features/moderation/reasons";
import { fieldErrors, problemMessage } from "@/lib/api/browser";
import type { useReport } from "../hooks/use-report";

const LONGEST = 2_000;

/** Fields of a report, in the dialog and on /report. */
export function ReportFields({ report, refused = null }: { report: ReturnType<typeof useReport>; refused?: string | null }) {
  const t = useTranslations("reports");
  const common = useTranslations("common");
  const errors = useTranslations("errors");
  const id = useId();
  const { reason, choose, note, setNote, lacking, problem, waiting } = report;
  const { "/note": wrongNote, ...wrong } = fieldErrors(problem, errors);
  const told = problem === null ? refused : Object.values(wrong).join(" ") || problemMessage(problem, errors);
  return (
    <>
      <p className="text-muted">{t("about")}</p>
      <fieldset aria-describedby={lacking ? `${id}-lacking` : undefined}>
        <legend className="text-sm font-medium">{t("reason")}</legend>
        {REASONS.map((each) => (
          <label key={each} className="flex min-h-10 cursor-pointer items-center gap-3">
            <input
              type="radio"
              name="reason"
              value={each}
              className="size-4 shrink-0 accent-accent"
              checked={reason === each}
              onChange={() => choose(each)}
            />
            {t(`reasons.${each}`)}
          </label>
        ))}
        {lacking ? (
          <p id={`${id}-lacking`} role="alert" className="text-sm text-danger">
            {t("reasonNeeded")}
          </p>
        ) : null}
      </fieldset>
      <Field label={t("note")} optional={common("optional")} hint={t("noteHint")} error={wrongNote}>
        {(field) => (
          <Textarea {...field} name="note" rows={3} maxLength={LONGEST} value={note} onChange={(event) => setNote(event.target.value)} />
        )}
      </Field>
      <FormOutcome problem={told} waiting={waiting} />
    </>
  );
}
