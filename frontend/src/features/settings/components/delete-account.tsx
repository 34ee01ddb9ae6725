"use client";

import { useTranslations } from "next-intl";
import { useRef, useState, type FormEvent } from "react";
import { FormOutcome } from "@/components/form-outcome";
import { Link } from "@/components/link";
import { PasswordInput } from "@/components/password-input";
import { Alert } from "@/components/ui/alert";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { Field } from "@/components/ui/field";
import { ApiError, browserApi, problemMessage } from "@/lib/api/browser";
import { clearPersistedState } from "@/lib/persisted-storage";

/** Delete the account with its password; list shared projects that prevent it. */
export function DeleteAccount({ handle }: { handle: string }) {
  const t = useTranslations("settings.account");
  const common = useTranslations("common");
  const errors = useTranslations("errors");
  const [open, setOpen] = useState(false);
  const [problem, setProblem] = useState<unknown>(null);
  const [busy, setBusy] = useState(false);
  const form = useRef<HTMLFormElement>(null);
  const code = problem instanceof ApiError ? problem.code : null;

  function close() {
    setOpen(false);
    setProblem(null);
  }

  async function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    if (busy) return;
    const password = String(new FormData(event.currentTarget).get("password"));
    setBusy(true);
    setProblem(null);
    try {
      await browserApi.DELETE("/api/v1/me", { body: { password } });
      clearPersistedState();
      // Remove the cookies as well; the API has ended the session.
      await fetch("/session/logout", { method: "POST", redirect: "manual" }).catch(() => undefined);
      // A whole new page: nothing on it is the maker's any more.
      // eslint-disable-next-line @next/next/no-location-assign-relative-destination
      location.assign("/");
    } catch (error) {
      setProblem(error);
      setBusy(false);
    }
  }

  return (
    <>
      <Button look="danger" onClick={() => setOpen(true)}>
        {t("delete")}
      </Button>
      <Dialog
        open={open}
        onClose={close}
        title={t("deleteTitle", { handle })}
        close={common("close")}
        footer={
          <>
            <Button onClick={close}>{common("cancel")}</Button>
            <Button look="danger" busy={busy} onClick={() => form.current?.requestSubmit()}>
              {t("deleteNow")}
            </Button>
          </>
        }
      >
        <form ref={form} method="post" onSubmit={submit} className="space-y-4">
          <p className="text-pretty">{t("deleteWhat")}</p>
          {code === "has_shared_projects" && problem instanceof ApiError ? (
            <Alert look="warn" live title={t("sharedTitle")}>
              <p>{t("sharedText")}</p>
              {namesIn(problem.detail) === null ? null : <p className="font-mono text-sm break-words">{namesIn(problem.detail)}</p>}
              <p>
                <Link href="/me" className="link">
                  {t("toProjects")}
                </Link>
              </p>
            </Alert>
          ) : null}
          <Field label={t("currentPassword")} error={code === "wrong_password" ? problemMessage(problem, errors) : undefined}>
            {(field) => <PasswordInput {...field} name="password" autoComplete="current-password" required />}
          </Field>
          <FormOutcome problem={code === "has_shared_projects" || code === "wrong_password" ? null : problem} />
        </form>
      </Dialog>
    </>
  );
}

/** Extract the projects that the API names: "… of yours: one, two and others. Transfer …". */
function namesIn(detail: string): string | null {
  return /: ([^.]+)\./.exec(detail)?.[1] ?? null;
}
