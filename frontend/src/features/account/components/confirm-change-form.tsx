"use client";

import { useTranslations } from "next-intl";
import { useState, type FormEvent } from "react";
import { FormOutcome } from "@/components/form-outcome";
import { PasswordInput } from "@/components/password-input";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { browserApi, fieldErrors } from "@/lib/api/browser";
import type { ConfirmFormProps } from "../model";

/** Change the address of an account. Asks for the password, because the mail may have reached someone else. */
export function ConfirmChangeForm({ token, pending, onDone, onDead }: ConfirmFormProps) {
  const t = useTranslations("account");
  const errors = useTranslations("errors");
  const [told, setTold] = useState<string>();
  const [problem, setProblem] = useState<unknown>(null);
  const [busy, setBusy] = useState(false);
  const { email, handle } = pending;

  async function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    if (busy) return;
    const password = String(new FormData(event.currentTarget).get("password"));
    setTold(undefined);
    setProblem(null);
    setBusy(true);
    try {
      const { data } = await browserApi.POST("/api/v1/auth/email/verify", { body: { token, password } });
      if (data !== undefined) onDone(data);
    } catch (error) {
      const wrong = fieldErrors(error, errors);
      if (wrong["/token"] !== undefined) return onDead(error);
      setTold(wrong["/password"]);
      if (wrong["/password"] === undefined) setProblem(error);
      setBusy(false);
    }
  }

  return (
    <form method="post" onSubmit={submit} className="space-y-5">
      <p>{t.rich("changeLead", { handle, email, b: (chunks) => <strong className="font-medium break-all">{chunks}</strong> })}</p>
      <FormOutcome problem={problem} />
      <Field label={t("passwordOf", { handle })} error={told}>
        {(field) => <PasswordInput {...field} name="password" autoComplete="current-password" required />}
      </Field>
      <Button type="submit" look="primary" busy={busy}>
        {t("confirm")}
      </Button>
    </form>
  );
}
