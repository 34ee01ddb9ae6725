"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useState, type FormEvent } from "react";
import { FormOutcome } from "@/components/form-outcome";
import { RestoredNotice } from "@/components/restored-notice";
import { Alert } from "@/components/ui/alert";
import { Button, ButtonLink } from "@/components/ui/button";
import { changesOf, disagreeing, fieldsOf, NEW_TOOL, toolOf, type ToolFields } from "@/features/tools/fields";
import { ApiError, browserApi, fieldErrors } from "@/lib/api/browser";
import { usePersistedState } from "@/lib/persisted-state";
import { useRetry } from "@/lib/retry";
import { useSubmissionKey } from "@/lib/submission-key";
import { toast } from "@/lib/toast";
import { ToolInputs } from "./tool-inputs";

/** Add a tool to the catalogue, or edit one (`tool`, with its ETag). */
export function ToolForm({ tool, etag }: { tool?: ToolFields; etag?: string }) {
  const t = useTranslations("admin");
  const common = useTranslations("common");
  const errors = useTranslations("errors");
  const kinds = useTranslations("tools");
  const router = useRouter();
  const { run, waiting } = useRetry();
  const [read, setRead] = useState({ fields: tool ?? NEW_TOOL, etag });
  const [typed, setTyped, kept] = usePersistedState(`tool:${tool?.slug ?? ""}`, tool ?? NEW_TOOL);
  const [theirs, setTheirs] = useState<ToolFields | null>(null);
  const [problem, setProblem] = useState<unknown>(null);
  const [busy, setBusy] = useState(false);
  const withKey = useSubmissionKey();
  const wrong = fieldErrors(problem, errors);

  async function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    if (busy) return;
    setBusy(true);
    setProblem(null);
    setTheirs(null);
    try {
      const slug = tool === undefined ? await add() : await change(tool.slug);
      kept.drop();
      toast(t(tool === undefined ? "tool.added" : "tool.changed"));
      router.push(`/tools/${slug}`);
      router.refresh();
    } catch (error) {
      setBusy(false);
      if (error instanceof ApiError && error.status === 412 && tool !== undefined) await readAgain(tool.slug);
      else setProblem(error);
    }
  }

  async function add(): Promise<string> {
    const { data } = await withKey(toolOf(typed), (body, header) =>
      run(() => browserApi.POST("/api/v1/tools", { params: { header }, body })),
    );
    return data?.slug ?? typed.slug;
  }

  async function change(slug: string): Promise<string> {
    await run(() =>
      browserApi.PATCH("/api/v1/tools/{slug}", {
        params: { path: { slug }, header: { "If-Match": read.etag ?? "" } },
        body: changesOf(read.fields, typed),
      }),
    );
    return slug;
  }

  /** Another admin was first: show the current values; saving again overwrites them. */
  async function readAgain(slug: string) {
    try {
      const { data, response } = await browserApi.GET("/api/v1/tools/{slug}", { params: { path: { slug } } });
      if (!data) return;
      const fields = fieldsOf(data);
      setRead({ fields, etag: response.headers.get("etag") ?? undefined });
      setTheirs(fields);
    } catch (error) {
      setProblem(error);
    }
  }

  return (
    <form onSubmit={submit} className="max-w-xl space-y-5">
      <RestoredNotice kept={kept} />
      <ToolInputs value={typed} onChange={(change) => setTyped((before) => ({ ...before, ...change }))} wrong={wrong} fixed={tool !== undefined} />
      {theirs === null ? null : (
        <Alert
          look="warn"
          live
          title={t("tool.stale")}
          action={
            <Button
              size="small"
              onClick={() => {
                setTyped(theirs);
                setTheirs(null);
              }}
            >
              {t("tool.takeTheirs")}
            </Button>
          }
        >
          <dl className="space-y-1">
            {disagreeing(theirs, typed).map((field) => (
              <div key={field}>
                <dt className="inline font-medium">{t(`tool.${field}`)}: </dt>
                <dd className="inline break-words">{(field === "kind" ? kinds(`kind.${theirs.kind}`) : theirs[field]) || "–"}</dd>
              </div>
            ))}
          </dl>
          <p>{t("tool.staleText")}</p>
        </Alert>
      )}
      <FormOutcome problem={problem} waiting={waiting} />
      <div className="flex flex-wrap gap-3">
        <Button type="submit" look="primary" busy={busy}>
          {tool === undefined ? t("tool.add") : common("save")}
        </Button>
        <ButtonLink href={tool === undefined ? "/admin" : `/tools/${tool.slug}`} look="quiet">
          {common("cancel")}
        </ButtonLink>
      </div>
    </form>
  );
}
