"use client";

import { useTranslations } from "next-intl";
import { useEffect, useRef, useState, type FormEvent } from "react";
import { Link } from "@/components/link";
import { PasswordInput } from "@/components/password-input";
import { Alert } from "@/components/ui/alert";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { ApiError, problemMessage } from "@/lib/api/problem";
import { logIn } from "../api";

/** Without scripts it posts to /session/login, which returns with `refused`. */
export function LoginForm({ next, refused }: { next: string; refused: string | null }) {
  const t = useTranslations("session");
  const errors = useTranslations("errors");
  const [problem, setProblem] = useState(refused);
  // The address may be unconfirmed; the API does not say, because that would reveal accounts.
  const [unconfirmed, setUnconfirmed] = useState(false);
  const [busy, setBusy] = useState(false);
  const alert = useRef<HTMLDivElement>(null);

  useEffect(() => {
    if (problem !== null) alert.current?.focus();
  }, [problem]);

  async function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    if (busy) return;
    const form = new FormData(event.currentTarget);
    setBusy(true);
    setProblem(null);
    try {
      await logIn(String(form.get("email")).trim(), String(form.get("password")));
      // A full page load, because everything changes for a maker.
      location.assign(next);
    } catch (error) {
      setProblem(problemMessage(error, errors));
      setUnconfirmed(error instanceof ApiError && error.code === "invalid_credentials");
      setBusy(false);
    }
  }

  return (
    <form action="/session/login" method="post" onSubmit={submit} className="space-y-5">
      <input type="hidden" name="next" value={next} />
      {problem === null ? null : (
        <div ref={alert} tabIndex={-1}>
          <Alert look="danger" live>
            {problem}
            {unconfirmed ? (
              <>
                {" "}
                <Link href="/confirm" className="link">
                  {t("resend")}
                </Link>
              </>
            ) : null}
          </Alert>
        </div>
      )}
      <Field label={t("email")}>
        {(field) => <Input {...field} name="email" type="email" autoComplete="username" required maxLength={254} />}
      </Field>
      <Field label={t("password")}>
        {(field) => <PasswordInput {...field} name="password" autoComplete="current-password" required />}
      </Field>
      <div className="flex flex-wrap items-center justify-between gap-3">
        <Button type="submit" look="primary" busy={busy}>
          {busy ? t("loggingIn") : t("logIn")}
        </Button>
        <Link href="/forgot-password" className="link inline-flex min-h-10 items-center text-sm">
          {t("forgot")}
        </Link>
      </div>
    </form>
  );
}
