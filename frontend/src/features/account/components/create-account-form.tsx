"use client";

import { useTranslations } from "next-intl";
import { useState, type FormEvent } from "react";
import { FormOutcome } from "@/components/form-outcome";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { logIn } from "@/features/session/api";
import { ApiError, browserApi, fieldErrors, problemMessage } from "@/lib/api/browser";
import { takeNext } from "../return-path";
import { passwordProblem } from "../password";
import type { ConfirmFormProps } from "../model";
import { NewPasswordField } from "./new-password-field";

/** The owner of an address chooses a password, creates the account and is logged in. */
export function CreateAccountForm({ token, pending, viewer, onDone, onDead }: ConfirmFormProps) {
  const t = useTranslations("account");
  const session = useTranslations("session");
  const errors = useTranslations("errors");
  const { email } = pending;
  const [handle, setHandle] = useState(pending.handle);
  const [password, setPassword] = useState("");
  const [told, setTold] = useState<Readonly<Record<string, string>>>({});
  const [problem, setProblem] = useState<unknown>(null);
  const [busy, setBusy] = useState(false);

  async function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    if (busy) return;
    const weak = passwordProblem(password, [handle, email]);
    setTold(weak === null ? {} : { "/password": session(`password_${weak}`) });
    setProblem(null);
    if (weak !== null) return;
    setBusy(true);
    try {
      const { data } = await browserApi.POST("/api/v1/auth/email/verify", { body: { token, password, handle: handle.trim() } });
      if (data === undefined) return;
      // If another maker is logged in, they stay logged in.
      if (viewer !== null || !(await loggedIn())) return onDone(data);
      location.assign(takeNext());
    } catch (error) {
      const wrong = fieldErrors(error, errors);
      if (wrong["/token"] !== undefined) return onDead(error);
      if (error instanceof ApiError && error.code === "handle_taken") wrong["/handle"] ??= problemMessage(error, errors);
      setTold(wrong);
      if (wrong["/handle"] === undefined && wrong["/password"] === undefined) setProblem(error);
      setBusy(false);
    }
  }

  async function loggedIn(): Promise<boolean> {
    try {
      await logIn(email, password);
      return true;
    } catch {
      return false;
    }
  }

  return (
    <form method="post" onSubmit={submit} className="space-y-5" noValidate>
      <p>{t.rich("createLead", { handle: pending.handle, email, b: (chunks) => <strong className="font-medium break-all">{chunks}</strong> })}</p>
      <FormOutcome problem={problem} />
      {/* Tells password managers which account this is. */}
      <input type="hidden" name="username" autoComplete="username" value={email} readOnly />
      <Field label={t("handle")} hint={t("handleHint")} error={told["/handle"]}>
        {(field) => (
          <Input
            {...field}
            name="handle"
            autoCapitalize="none"
            spellCheck={false}
            required
            minLength={3}
            maxLength={30}
            value={handle}
            onChange={(event) => setHandle(event.target.value)}
          />
        )}
      </Field>
      <NewPasswordField
        label={session("password")}
        value={password}
        onValue={setPassword}
        words={{ handle, email }}
        error={told["/password"]}
      />
      <Button type="submit" look="primary" busy={busy}>
        {t("createAccount")}
      </Button>
    </form>
  );
}
