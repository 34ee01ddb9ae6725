"use client";

import { useTranslations } from "next-intl";
import { useState, type FormEvent } from "react";
import { FormOutcome } from "@/components/form-outcome";
import { PasswordInput } from "@/components/password-input";
import { Alert } from "@/components/ui/alert";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { ApiError, browserApi, fieldErrors, problemMessage } from "@/lib/api/browser";

/** Change the address. It takes effect when the mailed link is used. */
export function EmailForm({ email }: { email: string }) {
  const t = useTranslations("settings.account");
  const errors = useTranslations("errors");
  const [told, setTold] = useState<{ email?: string; password?: string }>({});
  const [problem, setProblem] = useState<unknown>(null);
  const [busy, setBusy] = useState(false);
  const [sentTo, setSentTo] = useState<string | null>(null);

  async function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    if (busy) return;
    const form = event.currentTarget;
    const data = new FormData(form);
    const wanted = String(data.get("email")).trim();
    setBusy(true);
    setProblem(null);
    setTold({});
    setSentTo(null);
    try {
      await browserApi.PUT("/api/v1/me/email", { body: { email: wanted, password: String(data.get("password")) } });
      form.reset();
      setSentTo(wanted);
    } catch (error) {
      const wrong = fieldErrors(error, errors);
      const code = error instanceof ApiError ? error.code : "";
      const at = {
        email: code === "unchanged" ? t("sameEmail") : wrong["/email"],
        password: code === "wrong_password" ? problemMessage(error, errors) : wrong["/password"],
      };
      setTold(at);
      if (at.email === undefined && at.password === undefined) setProblem(error);
    } finally {
      setBusy(false);
    }
  }

  return (
    <form method="post" onSubmit={submit} className="max-w-md space-y-5">
      <p className="text-[0.9375rem]">{t.rich("emailNow", { email, b: (chunks) => <strong className="font-medium break-all">{chunks}</strong> })}</p>
      {sentTo === null ? null : (
        <Alert live title={t("emailSent")}>
          {t("emailSentText", { email: sentTo })}
        </Alert>
      )}
      <Field label={t("newEmail")} error={told.email}>
        {(field) => <Input {...field} name="email" type="email" autoComplete="email" required maxLength={254} />}
      </Field>
      <Field label={t("currentPassword")} error={told.password}>
        {(field) => <PasswordInput {...field} name="password" autoComplete="current-password" required />}
      </Field>
      <FormOutcome problem={problem} />
      <Button type="submit" busy={busy}>
        {t("changeEmail")}
      </Button>
    </form>
  );
}
