"use client";

import { useTranslations } from "next-intl";
import { useState, type FormEvent } from "react";
import { FormOutcome } from "@/components/form-outcome";
import { Alert } from "@/components/ui/alert";
import { Button, ButtonLink } from "@/components/ui/button";
import { ApiError, browserApi, fieldErrors } from "@/lib/api/browser";
import { passwordProblem } from "../password";
import { useFragmentToken } from "../hooks/use-fragment-token";
import { NewPasswordField } from "./new-password-field";

/** Set a new password with the mailed token. Logs out all devices, including this one. */
export function ResetForm() {
  const t = useTranslations("account");
  const session = useTranslations("session");
  const errors = useTranslations("errors");
  const token = useFragmentToken();
  const [password, setPassword] = useState("");
  const [told, setTold] = useState<string>();
  const [problem, setProblem] = useState<unknown>(null);
  const [state, setState] = useState<"idle" | "busy" | "done">("idle");

  async function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    if (state === "busy" || typeof token !== "string") return;
    const weak = passwordProblem(password);
    setTold(weak === null ? undefined : session(`password_${weak}`));
    setProblem(null);
    if (weak !== null) return;
    setState("busy");
    try {
      await browserApi.POST("/api/v1/auth/password/reset", { body: { token, password } });
      setPassword("");
      setState("done");
    } catch (error) {
      setTold(fieldErrors(error, errors)["/password"]);
      setProblem(error);
      setState("idle");
    }
  }

  const dead = problem instanceof ApiError && fieldErrors(problem)["/token"] !== undefined;
  if (token === null || dead) {
    return (
      <Alert
        look="warn"
        live={dead}
        title={dead ? t("dead") : undefined}
        action={<ButtonLink href="/forgot-password">{t("askAgain")}</ButtonLink>}
      >
        {dead ? t("deadReset") : t("noToken")}
      </Alert>
    );
  }
  if (state === "done") {
    return (
      <Alert
        live
        title={t("resetDone")}
        action={
          <ButtonLink href="/login" look="primary">
            {t("logIn")}
          </ButtonLink>
        }
      >
        {t("resetDoneText")}
      </Alert>
    );
  }
  return (
    <form method="post" onSubmit={submit} className="space-y-5" noValidate>
      <FormOutcome problem={told === undefined ? problem : null} />
      <NewPasswordField label={t("newPassword")} value={password} onValue={setPassword} error={told} />
      <Button type="submit" look="primary" busy={state === "busy"}>
        {t("setPassword")}
      </Button>
    </form>
  );
}
