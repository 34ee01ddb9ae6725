"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useState, type FormEvent } from "react";
import { FormOutcome } from "@/components/form-outcome";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { Select } from "@/components/ui/select";
import { ApiError, browserApi, fieldErrors, problemMessage } from "@/lib/api/browser";
import { usePersistedState } from "@/lib/persisted-state";
import { useRetry } from "@/lib/retry";
import { useSubmissionKey } from "@/lib/submission-key";
import { toast } from "@/lib/toast";
import { inviteeOf } from "../invitee";

export function InviteForm({ handle, slug }: { handle: string; slug: string }) {
  const t = useTranslations("members");
  const errors = useTranslations("errors");
  const router = useRouter();
  const { run, waiting } = useRetry();
  const [who, setWho, kept] = usePersistedState(`invite:${handle}/${slug}`, "");
  const [role, setRole] = useState<"editor" | "viewer">("editor");
  const [wrong, setWrong] = useState<string | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const withKey = useSubmissionKey();

  async function submit(event: FormEvent) {
    event.preventDefault();
    if (busy) return;
    setWrong(null);
    setProblem(null);
    const invitee = inviteeOf(who);
    if (invitee === null) {
      setWrong(t("whoNeeded"));
      return;
    }
    setBusy(true);
    try {
      await withKey({ ...invitee, role }, (body, header) =>
        run(() => browserApi.POST("/api/v1/projects/{handle}/{slug}/invitations", { params: { path: { handle, slug }, header }, body })),
      );
      toast(t("invited", { who: who.trim() }));
      kept.discard();
      router.refresh();
    } catch (error) {
      if (!(error instanceof ApiError)) throw error;
      const at = fieldErrors(error, errors);
      const told = at["/handle"] ?? at["/email"];
      if (told) setWrong(told);
      else setProblem(problemMessage(error, errors));
    } finally {
      setBusy(false);
    }
  }

  return (
    <form onSubmit={submit} className="space-y-3" noValidate>
      <div className="grid gap-3 sm:grid-cols-[minmax(0,1fr)_12rem_auto]">
        <Field label={t("who")} hint={t("whoHint")} error={wrong}>
          {(field) => (
            <Input
              {...field}
              name="who"
              autoComplete="off"
              autoCapitalize="none"
              spellCheck={false}
              maxLength={254}
              value={who}
              onChange={(event) => setWho(event.target.value)}
            />
          )}
        </Field>
        <Field label={t("as")}>
          {(field) => (
            <Select {...field} value={role} onChange={(event) => setRole(event.target.value === "viewer" ? "viewer" : "editor")}>
              <option value="editor">{t("roles.editor")}</option>
              <option value="viewer">{t("roles.viewer")}</option>
            </Select>
          )}
        </Field>
        <div className="sm:pt-[1.625rem]">
          <Button type="submit" look="primary" busy={busy}>
            {busy ? t("inviting") : t("invite")}
          </Button>
        </div>
      </div>
      <p className="text-sm text-muted">{t("rolesText")}</p>
      <FormOutcome problem={problem} waiting={waiting} />
    </form>
  );
}
