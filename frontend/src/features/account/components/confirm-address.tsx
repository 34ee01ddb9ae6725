"use client";

import { useTranslations } from "next-intl";
import { useEffect, useRef, useState } from "react";
import { Alert } from "@/components/ui/alert";
import { ButtonLink } from "@/components/ui/button";
import { ApiError, browserApi, problemMessage } from "@/lib/api/browser";
import type { components } from "@/lib/api/schema";
import { useRetry } from "@/lib/retry";
import { takeNext } from "../return-path";
import { useFragmentToken } from "../hooks/use-fragment-token";
import { ConfirmChangeForm } from "./confirm-change-form";
import { CreateAccountForm } from "./create-account-form";
import { ResendForm } from "./resend-form";

type Pending = components["schemas"]["PendingConfirmation"];
type State =
  | { at: "asking" }
  | { at: "ready"; token: string; pending: Pending }
  | { at: "done"; email: string; handle: string; next: string }
  | { at: "refused"; error: unknown };

/** Create an account or confirm its new address with the mailed token and a password. */
export function ConfirmAddress({ viewer }: { viewer: string | null }) {
  const t = useTranslations("account");
  const errors = useTranslations("errors");
  const token = useFragmentToken();
  const { run, waiting } = useRetry();
  const [state, setState] = useState<State>({ at: "asking" });
  const asked = useRef<string | null>(null);

  useEffect(() => {
    if (typeof token !== "string" || asked.current === token) return;
    asked.current = token;
    setState({ at: "asking" });
    void (async () => {
      try {
        const { data } = await run(() => browserApi.POST("/api/v1/auth/email/link", { body: { token } }));
        if (data !== undefined) setState({ at: "ready", token, pending: data });
      } catch (error) {
        if (!(error instanceof DOMException)) setState({ at: "refused", error });
      }
    })();
  }, [token, run]);

  if (token === null) {
    return (
      <div className="space-y-6">
        <Alert>{t("noToken")}</Alert>
        <ResendForm />
      </div>
    );
  }
  if (state.at === "ready") {
    const forms = { registration: CreateAccountForm, email_change: ConfirmChangeForm };
    const Form = forms[state.pending.purpose];
    return (
      <Form
        key={state.token}
        token={state.token}
        pending={state.pending}
        viewer={viewer}
        onDone={(done) => setState({ at: "done", ...done, next: takeNext() })}
        onDead={(error) => setState({ at: "refused", error })}
      />
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
