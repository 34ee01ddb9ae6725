"use client";

import { useTranslations } from "next-intl";
import { useEffect, useRef, useState, type ReactNode } from "react";
import { FormOutcome } from "@/components/form-outcome";
import { Alert } from "@/components/ui/alert";
import { Button } from "@/components/ui/button";
import { browserApi } from "@/lib/api/browser";

/** "Check your inbox". With `again`, offers to resend a registration mail. */
export function MailSent({
  title,
  email,
  again = false,
  children,
}: {
  title: string;
  email: string;
  again?: boolean;
  children: ReactNode;
}) {
  const t = useTranslations("session");
  const [state, setState] = useState<"idle" | "busy" | "sent">("idle");
  const [problem, setProblem] = useState<unknown>(null);
  const box = useRef<HTMLDivElement>(null);

  // The focused form has been replaced.
  useEffect(() => box.current?.focus(), []);

  async function send() {
    setState("busy");
    setProblem(null);
    try {
      await browserApi.POST("/api/v1/auth/email/resend", { body: { email } });
      setState("sent");
    } catch (error) {
      setProblem(error);
      setState("idle");
    }
  }

  return (
    <div ref={box} tabIndex={-1} className="space-y-4 outline-none">
      <Alert title={title} live>
        {children}
      </Alert>
      {again ? (
        <p className="text-[0.9375rem] text-muted">
          {t("nothingThere")}{" "}
          {state === "sent" ? null : (
            <Button look="link" size="inline" busy={state === "busy"} onClick={send}>
              {t("sendAgain")}
            </Button>
          )}
        </p>
      ) : null}
      <p role="status" className="text-sm empty:hidden">
        {state === "sent" ? t("sentAgain") : ""}
      </p>
      <FormOutcome problem={problem} />
    </div>
  );
}
