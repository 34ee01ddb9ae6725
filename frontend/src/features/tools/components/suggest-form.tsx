"use client";

import { useTranslations } from "next-intl";
import { useEffect, useRef, useState, type FormEvent } from "react";
import { FormOutcome } from "@/components/form-outcome";
import { RestoredNotice } from "@/components/restored-notice";
import { Alert } from "@/components/ui/alert";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { Select } from "@/components/ui/select";
import { Textarea } from "@/components/ui/textarea";
import { browserApi, fieldErrors } from "@/lib/api/browser";
import { usePersistedState } from "@/lib/persisted-state";
import { useRetry } from "@/lib/retry";
import { useSubmissionKey } from "@/lib/submission-key";
import { type Kind, KINDS } from "../kinds";

const BLANK = { name: "", url: "", kind: "" as Kind | "", note: "" };

/** Suggest a tool for the catalogue. */
export function SuggestForm() {
  const t = useTranslations("suggest");
  const common = useTranslations("common");
  const errors = useTranslations("errors");
  const kinds = useTranslations("tools");
  const { run, waiting } = useRetry();
  const [typed, setTyped, kept] = usePersistedState("suggest-tool", BLANK);
  const [sent, setSent] = useState<string | null>(null);
  const [problem, setProblem] = useState<unknown>(null);
  const [busy, setBusy] = useState(false);
  const withKey = useSubmissionKey();
  const thanks = useRef<HTMLDivElement>(null);
  const wrong = fieldErrors(problem, errors);

  useEffect(() => {
    if (sent !== null) thanks.current?.focus();
  }, [sent]);

  function type(change: Partial<typeof BLANK>) {
    setTyped((before) => ({ ...before, ...change }));
  }

  async function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const { name, url, kind, note } = typed;
    if (busy || kind === "") return;
    setBusy(true);
    setProblem(null);
    try {
      await withKey({ name: name.trim(), url: url.trim(), kind, note: note.trim() }, (body, header) =>
        run(() => browserApi.POST("/api/v1/tools/suggestions", { params: { header }, body })),
      );
      kept.drop();
      setTyped(BLANK);
      setSent(name.trim());
    } catch (error) {
      setProblem(error);
    } finally {
      setBusy(false);
    }
  }

  if (sent !== null) {
    return (
      <div ref={thanks} tabIndex={-1}>
        <Alert
          live
          title={t("thanks", { name: sent })}
          action={
            <Button size="small" onClick={() => setSent(null)}>
              {t("another")}
            </Button>
          }
        >
          {t("thanksText")}
        </Alert>
      </div>
    );
  }
  return (
    <form onSubmit={submit} className="max-w-xl space-y-5">
      <RestoredNotice kept={kept} />
      <Field label={t("name")} error={wrong["/name"]}>
        {(field) => <Input {...field} name="name" required maxLength={80} value={typed.name} onChange={(event) => type({ name: event.target.value })} />}
      </Field>
      <Field label={t("url")} hint={t("urlHint")} error={wrong["/url"]}>
        {(field) => (
          <Input
            {...field}
            name="url"
            type="url"
            required
            maxLength={500}
            placeholder="https://"
            value={typed.url}
            onChange={(event) => type({ url: event.target.value })}
          />
        )}
      </Field>
      <Field label={t("kind")} error={wrong["/kind"]}>
        {(field) => (
          <Select {...field} name="kind" required value={typed.kind} onChange={(event) => type({ kind: event.target.value as Kind })}>
            <option value="" disabled>
              {t("choose")}
            </option>
            {KINDS.map((kind) => (
              <option key={kind} value={kind}>
                {kinds(`kind.${kind}`)}
              </option>
            ))}
          </Select>
        )}
      </Field>
      <Field label={t("note")} hint={t("noteHint")} optional={common("optional")} error={wrong["/note"]}>
        {(field) => <Textarea {...field} name="note" rows={3} maxLength={1_000} value={typed.note} onChange={(event) => type({ note: event.target.value })} />}
      </Field>
      <FormOutcome problem={problem} waiting={waiting} />
      <Button type="submit" look="primary" busy={busy}>
        {busy ? t("sending") : t("send")}
      </Button>
    </form>
  );
}
