"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useRef, useState, type FormEvent } from "react";
import { Button } from "@/components/ui/button";
import { projectPath } from "@/features/workflows/addresses";
import { ApiError, browserApi, fieldErrors, newKey, problemMessage } from "@/lib/api/browser";
import { useKept } from "@/lib/kept";
import { useRetry } from "@/lib/retry";
import { BLANK, errorsOf, newProjectOf, type Values } from "../form";
import { FormFrame } from "./form-frame";
import { ProjectFields } from "./project-fields";

const NONE: Readonly<Record<string, string>> = {};

/** Begins a project as a draft. A title is enough; the rest can wait. */
export function NewProjectForm({ owner }: { owner: string }) {
  const t = useTranslations("project_form");
  const errors = useTranslations("errors");
  const router = useRouter();
  const { run, waiting } = useRetry();
  const [values, setValues, kept] = useKept<Values>("project:new", BLANK);
  const [wrong, setWrong] = useState(NONE);
  const [problem, setProblem] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const key = useRef(newKey());

  function change(part: Partial<Values>) {
    setValues((before) => ({ ...before, ...part }));
  }

  async function submit(event: FormEvent) {
    event.preventDefault();
    if (busy) return;
    setProblem(null);
    if (values.title.trim() === "") {
      setWrong({ title: t("titleNeeded") });
      return;
    }
    setWrong(NONE);
    setBusy(true);
    try {
      const { data } = await run(() =>
        browserApi.POST("/api/v1/projects", {
          params: { header: { "Idempotency-Key": key.current } },
          body: newProjectOf(values),
        }),
      );
      if (!data) return;
      kept.drop();
      router.push(projectPath(data));
    } catch (error) {
      key.current = newKey();
      setBusy(false);
      if (!(error instanceof ApiError)) throw error;
      setWrong(wrongOf(error, errorsOf(fieldErrors(error, errors), values), problemMessage(error, errors)));
      setProblem(problemMessage(error, errors));
    }
  }

  return (
    <FormFrame
      onSubmit={submit}
      kept={kept}
      problem={problem}
      errors={wrong}
      waiting={waiting}
      footer={
        <>
          <Button type="submit" look="primary" busy={busy}>
            {busy ? t("saving") : t("saveDraft")}
          </Button>
          <p className="text-sm text-muted">{t("draftHint")}</p>
        </>
      }
    >
      <ProjectFields values={values} change={change} errors={wrong} owner={owner} isOwner isNew />
    </FormFrame>
  );
}

/** A slug that is taken is told without a pointer. */
export function wrongOf(error: ApiError, found: Record<string, string>, message: string): Record<string, string> {
  return error.code === "slug_taken" ? { ...found, slug: message } : found;
}
