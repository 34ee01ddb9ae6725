"use client";

import { useTranslations } from "next-intl";
import { useRef, useState, type FormEvent } from "react";
import { FormOutcome } from "@/components/form-outcome";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { ApiError, browserApi, fieldErrors, problemMessage } from "@/lib/api/browser";
import { rememberNext } from "../return-path";
import { MailSent } from "./mail-sent";

const HANDLE = /^[A-Za-z0-9](-?[A-Za-z0-9])*$/;

/** `next`: where to continue after registration; the mailed link leads there. */
export function RegisterForm({ next }: { next: string }) {
  const t = useTranslations("session");
  const errors = useTranslations("errors");
  const [problem, setProblem] = useState<unknown>(null);
  const [told, setTold] = useState<Readonly<Record<string, string>>>({});
  const [busy, setBusy] = useState(false);
  const [sentTo, setSentTo] = useState<string | null>(null);
  const element = useRef<HTMLFormElement>(null);

  function show(wrong: Readonly<Record<string, string>>) {
    setTold(wrong);
    const first = Object.keys(wrong)[0]?.slice(1);
    if (first !== undefined) element.current?.querySelector<HTMLElement>(`[name="${CSS.escape(first)}"]`)?.focus();
  }

  async function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    if (busy) return;
    const form = new FormData(event.currentTarget);
    const email = String(form.get("email")).trim();
    const handle = String(form.get("handle")).trim();
    setProblem(null);
    const lacking = {
      ...(handle.length >= 3 && handle.length <= 30 && HANDLE.test(handle) ? {} : { "/handle": t("handleHint") }),
      ...(email.includes("@") ? {} : { "/email": t("emailNeeded") }),
    };
    show(lacking);
    if (Object.keys(lacking).length > 0) return;
    setBusy(true);
    try {
      await browserApi.POST("/api/v1/auth/register", { body: { email, handle } });
      rememberNext(next);
      setSentTo(email);
    } catch (error) {
      const wrong = fieldErrors(error, errors);
      if (error instanceof ApiError && error.code === "handle_taken") wrong["/handle"] ??= problemMessage(error, errors);
      show(wrong);
      setProblem(error);
    } finally {
      setBusy(false);
    }
  }

  if (sentTo !== null) {
    return (
      <MailSent title={t("mailTitle")} email={sentTo} again>
        {t("mailText", { email: sentTo })}
      </MailSent>
    );
  }
  return (
    // POST, so that the address does not end up in the URL without scripts.
    <form ref={element} method="post" onSubmit={submit} className="space-y-5" noValidate>
      <FormOutcome problem={problem} />
      <Field label={t("handle")} hint={t("handleHint")} error={told["/handle"]}>
        {(field) => (
          <Input {...field} name="handle" autoComplete="nickname" autoCapitalize="none" spellCheck={false} required maxLength={30} />
        )}
      </Field>
      <Field label={t("email")} error={told["/email"]}>
        {(field) => <Input {...field} name="email" type="email" autoComplete="email" required maxLength={254} />}
      </Field>
      <Button type="submit" look="primary" busy={busy}>
        {busy ? t("creating") : t("create")}
      </Button>
    </form>
  );
}
