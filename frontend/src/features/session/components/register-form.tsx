"use client";

import { useTranslations } from "next-intl";
import { useState, type FormEvent } from "react";
import { Alert } from "@/components/ui/alert";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { browserApi, fieldErrors, problemMessage } from "@/lib/api/browser";

export function RegisterForm() {
  const t = useTranslations("session");
  const errors = useTranslations("errors");
  const [problem, setProblem] = useState<unknown>(null);
  const [busy, setBusy] = useState(false);
  const [sentTo, setSentTo] = useState<string | null>(null);
  const wrong = fieldErrors(problem, errors);

  async function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    if (busy) return;
    const form = new FormData(event.currentTarget);
    const email = String(form.get("email")).trim();
    setBusy(true);
    setProblem(null);
    try {
      await browserApi.POST("/api/v1/auth/register", {
        body: { email, handle: String(form.get("handle")).trim(), password: String(form.get("password")) },
      });
      setSentTo(email);
    } catch (error) {
      setProblem(error);
    } finally {
      setBusy(false);
    }
  }

  if (sentTo !== null) {
    return (
      <Alert title={t("mailTitle")} live>
        {t("mailText", { email: sentTo })}
      </Alert>
    );
  }
  return (
    <form onSubmit={submit} className="space-y-5">
      {problem === null ? null : (
        <Alert look="danger" live>
          {problemMessage(problem, errors)}
        </Alert>
      )}
      <Field label={t("handle")} hint={t("handleHint")} error={wrong["/handle"]}>
        {(field) => (
          <Input {...field} name="handle" autoComplete="nickname" autoCapitalize="none" spellCheck={false} required maxLength={30} />
        )}
      </Field>
      <Field label={t("email")} error={wrong["/email"]}>
        {(field) => <Input {...field} name="email" type="email" autoComplete="username" required maxLength={254} />}
      </Field>
      <Field label={t("password")} hint={t("passwordHint")} error={wrong["/password"]}>
        {(field) => (
          <Input {...field} name="password" type="password" autoComplete="new-password" required minLength={12} maxLength={128} />
        )}
      </Field>
      <Button type="submit" look="primary" busy={busy}>
        {busy ? t("creating") : t("create")}
      </Button>
    </form>
  );
}
