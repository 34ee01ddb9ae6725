"use client";

import { useTranslations } from "next-intl";
import { useState, type FormEvent } from "react";
import { FormOutcome } from "@/components/form-outcome";
import { PasswordInput } from "@/components/password-input";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { NewPasswordField } from "@/features/account/components/new-password-field";
import { passwordProblem } from "@/features/account/password";
import { ApiError, browserApi, fieldErrors, problemMessage } from "@/lib/api/browser";
import { toast } from "@/lib/toast";

export function PasswordForm({ handle, email }: { handle: string; email: string }) {
  const t = useTranslations("settings.account");
  const session = useTranslations("session");
  const errors = useTranslations("errors");
  const [current, setCurrent] = useState("");
  const [password, setPassword] = useState("");
  const [told, setTold] = useState<{ current?: string; next?: string }>({});
  const [problem, setProblem] = useState<unknown>(null);
  const [busy, setBusy] = useState(false);

  async function submit(event: FormEvent) {
    event.preventDefault();
    if (busy) return;
    setProblem(null);
    const weak = passwordProblem(password, [handle, email]);
    setTold(weak === null ? {} : { next: session(`password_${weak}`) });
    if (weak !== null) return;
    setBusy(true);
    try {
      await browserApi.PUT("/api/v1/me/password", { body: { current_password: current, new_password: password } });
      setCurrent("");
      setPassword("");
      toast(t("passwordChanged"));
    } catch (error) {
      const wrong = fieldErrors(error, errors);
      const refused = error instanceof ApiError && error.code === "wrong_password";
      const at = {
        current: refused ? problemMessage(error, errors) : wrong["/current_password"],
        next: wrong["/new_password"],
      };
      setTold(at);
      if (at.current === undefined && at.next === undefined) setProblem(error);
    } finally {
      setBusy(false);
    }
  }

  return (
    <form method="post" onSubmit={submit} className="max-w-md space-y-5" noValidate>
      {/* Tells password managers which account this is. */}
      <input type="hidden" name="username" autoComplete="username" value={email} readOnly />
      <Field label={t("currentPassword")} error={told.current}>
        {(field) => (
          <PasswordInput
            {...field}
            name="current_password"
            autoComplete="current-password"
            required
            value={current}
            onChange={(event) => setCurrent(event.target.value)}
          />
        )}
      </Field>
      <NewPasswordField label={t("newPassword")} name="new_password" value={password} onValue={setPassword} words={{ handle, email }} error={told.next} />
      <FormOutcome problem={problem} />
      <Button type="submit" busy={busy}>
        {t("changePassword")}
      </Button>
    </form>
  );
}
