"use client";

import { useTranslations } from "next-intl";
import { useCallback, useEffect, useRef, useState, type FormEvent } from "react";
import { Alert } from "@/components/ui/alert";
import { Button, ButtonLink } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { ApiError, browserApi, fieldErrors, problemMessage } from "@/lib/api/browser";
import { useRetry } from "@/lib/retry";
import { takeNext } from "../lib/after";
import { useFragmentToken } from "../use-fragment-token";
import { ResendForm } from "./resend-form";

type State =
  | { at: "asking" }
  | { at: "done"; email: string; handle: string; next: string }
  | { at: "taken" }
  | { at: "refused"; error: unknown };

/** Confirms the address of a new account, or the new one of an account, with the token of the mailed link. */
export function ConfirmAddress({ viewer }: { viewer: string | null }) {
  const t = useTranslations("account");
  const errors = useTranslations("errors");
  const token = useFragmentToken();
  const { run, waiting } = useRetry();
  const [state, setState] = useState<State>({ at: "asking" });
  const [told, setTold] = useState<string>();
  const [busy, setBusy] = useState(false);
  const asked = useRef<string | null>(null);

  const confirm = useCallback(
    async (sent: string, handle?: string) => {
      try {
        const { data } = await run(() =>
          browserApi.POST("/api/v1/auth/email/verify", { body: { token: sent, ...(handle === undefined ? {} : { handle }) } }),
        );
        if (data !== undefined) setState({ at: "done", ...data, next: takeNext() });
      } catch (error) {
        if (error instanceof DOMException) return;
        if (error instanceof ApiError && error.code === "handle_taken") setState({ at: "taken" });
        else if (handle !== undefined && fieldErrors(error)["/handle"] !== undefined) setTold(fieldErrors(error, errors)["/handle"]);
        else setState({ at: "refused", error });
      }
    },
    [run, errors],
  );

  useEffect(() => {
    if (typeof token !== "string" || asked.current === token) return;
    asked.current = token;
    void confirm(token);
  }, [token, confirm]);

  async function another(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    if (busy || typeof token !== "string") return;
    setTold(undefined);
    setBusy(true);
    await confirm(token, String(new FormData(event.currentTarget).get("handle")).trim());
    setBusy(false);
  }

  if (token === null) {
    return (
      <div className="space-y-6">
        <Alert>{t("noToken")}</Alert>
        <ResendForm />
      </div>
    );
  }
  if (state.at === "done") {
    return (
      <Alert
        live
        title={t("confirmed")}
        action={
          viewer === null ? (
            <ButtonLink href={`/login?next=${encodeURIComponent(state.next)}`} look="primary">
              {t("logIn")}
            </ButtonLink>
          ) : (
            <ButtonLink href="/settings/account">{t("toAccount")}</ButtonLink>
          )
        }
      >
        {t("confirmedText", { email: state.email, handle: state.handle })}
      </Alert>
    );
  }
  if (state.at === "taken") {
    return (
      <form onSubmit={another} className="space-y-5">
        <Alert look="warn" live title={t("handleTaken")}>
          {t("handleTakenText")}
        </Alert>
        <Field label={t("handle")} hint={t("handleHint")} error={told}>
          {(field) => <Input {...field} name="handle" autoCapitalize="none" spellCheck={false} required minLength={3} maxLength={30} />}
        </Field>
        <Button type="submit" look="primary" busy={busy}>
          {t("confirm")}
        </Button>
      </form>
    );
  }
  if (state.at === "refused") {
    const dead = state.error instanceof ApiError && state.error.status === 422;
    return (
      <div className="space-y-6">
        <Alert look="danger" live title={dead ? t("dead") : undefined}>
          {dead ? t("deadConfirm") : problemMessage(state.error, errors)}
        </Alert>
        {dead ? <ResendForm /> : null}
      </div>
    );
  }
  return (
    <p role="status" className="text-muted">
      {waiting ? errors("unreachable") : t("confirming")}
    </p>
  );
}
