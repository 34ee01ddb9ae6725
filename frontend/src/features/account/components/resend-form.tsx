"use client";

import { useTranslations } from "next-intl";
import { useState, type FormEvent } from "react";
import { FormOutcome } from "@/components/form-outcome";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { browserApi, fieldErrors } from "@/lib/api/browser";
import { MailSent } from "./mail-sent";

/** Request the confirmation mail again; with `reset`, a mail to set a new password. */
export function ResendForm({ reset = false, initial = "" }: { reset?: boolean; initial?: string }) {
  const t = useTranslations("account");
  const errors = useTranslations("errors");
  const [problem, setProblem] = useState<unknown>(null);
  const [busy, setBusy] = useState(false);
  const [sentTo, setSentTo] = useState<string | null>(null);
  const wrong = fieldErrors(problem, errors)["/email"];

  async function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    if (busy) return;
    const email = String(new FormData(event.currentTarget).get("email")).trim();
    setBusy(true);
    setProblem(null);
    try {
      await browserApi.POST(reset ? "/api/v1/auth/password/forgot" : "/api/v1/auth/email/resend", { body: { email } });
      setSentTo(email);
    } catch (error) {
      setProblem(error);
    } finally {
      setBusy(false);
    }
  }

  if (sentTo !== null) {
    return (
      <MailSent title={t("mailTitle")} email={sentTo}>
        {reset ? t("resetMail", { email: sentTo }) : t("confirmMail", { email: sentTo })}
      </MailSent>
    );
  }
  return (
    <form method="post" onSubmit={submit} className="space-y-5">
      <FormOutcome problem={wrong === undefined ? problem : null} />
      <Field label={t("email")} error={wrong}>
        {(field) => (
          <Input {...field} name="email" type="email" autoComplete="username" required maxLength={254} defaultValue={initial} />
        )}
      </Field>
      <Button type="submit" look="primary" busy={busy}>
        {reset ? t("sendReset") : t("sendConfirm")}
      </Button>
    </form>
  );
}
