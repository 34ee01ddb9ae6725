"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useRef, useState, type FormEvent } from "react";
import { FormOutcome } from "@/components/form-outcome";
import { RestoredNotice } from "@/components/restored-notice";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { ApiError, browserApi, fieldErrors, problemMessage } from "@/lib/api/browser";
import { usePersistedState } from "@/lib/persisted-state";
import { useRetry } from "@/lib/retry";
import { useSubmissionKey } from "@/lib/submission-key";
import { collectionPath } from "../paths";
import { DetailsFields, type Details } from "./fields";

const BLANK: Details & { slug: string } = { title: "", description: "", visibility: "public", slug: "" };

export function NewCollectionForm({ handle }: { handle: string }) {
  const t = useTranslations("collections");
  const common = useTranslations("common");
  const errors = useTranslations("errors");
  const router = useRouter();
  const { run, waiting } = useRetry();
  const [typed, setTyped, kept] = usePersistedState("collection", BLANK);
  const [wrong, setWrong] = useState<Readonly<Record<string, string>>>({});
  const [problem, setProblem] = useState<unknown>(null);
  const [busy, setBusy] = useState(false);
  const withKey = useSubmissionKey();
  const form = useRef<HTMLFormElement>(null);

  function show(told: Readonly<Record<string, string>>) {
    setWrong(told);
    const first = Object.keys(told)[0]?.slice(1);
    if (first !== undefined) form.current?.querySelector<HTMLElement>(`[name="${CSS.escape(first)}"]`)?.focus();
  }

  async function submit(event: FormEvent) {
    event.preventDefault();
    if (busy) return;
    setProblem(null);
    const title = typed.title.trim();
    const slug = typed.slug.trim().toLowerCase();
    show(title === "" ? { "/title": t("titleNeeded") } : {});
    if (title === "") return;
    setBusy(true);
    try {
      const { description, visibility } = typed;
      const { data } = await withKey({ title, description, visibility, ...(slug === "" ? {} : { slug }) }, (body, header) =>
        run(() => browserApi.POST("/api/v1/collections", { params: { header }, body })),
      );
      kept.drop();
      if (data !== undefined) router.push(collectionPath(data));
    } catch (error) {
      if (error instanceof DOMException) return;
      const told = fieldErrors(error, errors);
      if (error instanceof ApiError && error.code === "slug_taken") told["/slug"] = problemMessage(error, errors);
      show(told);
      if (Object.keys(told).length === 0) setProblem(error);
      setBusy(false);
    }
  }

  return (
    <form ref={form} onSubmit={submit} className="space-y-6" noValidate>
      <RestoredNotice kept={kept} />
      <DetailsFields details={typed} wrong={wrong} onChange={(some) => setTyped((before) => ({ ...before, ...some }))} />
      <Field label={t("slug")} optional={common("optional")} hint={t("slugHint", { handle })} error={wrong["/slug"]}>
        {(field) => (
          <Input
            {...field}
            name="slug"
            maxLength={80}
            autoCapitalize="none"
            autoComplete="off"
            spellCheck={false}
            className="font-mono"
            value={typed.slug}
            onChange={(event) => setTyped((before) => ({ ...before, slug: event.target.value }))}
          />
        )}
      </Field>
      <FormOutcome problem={problem} waiting={waiting} />
      <Button type="submit" look="primary" busy={busy}>
        {busy ? common("saving") : t("create")}
      </Button>
    </form>
  );
}
