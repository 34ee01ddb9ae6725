"use client";

import { useTranslations } from "next-intl";
import { useId, useState, type FormEvent } from "react";
import { FormOutcome } from "@/components/form-outcome";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { Field } from "@/components/ui/field";
import { Textarea } from "@/components/ui/textarea";
import { Link } from "@/components/link";
import { NEW_TOOL, toolOf, type ToolFields } from "@/features/tools/fields";
import { ApiError, browserApi, fieldErrors } from "@/lib/api/browser";
import type { components } from "@/lib/api/schema";
import { usePersistedState } from "@/lib/persisted-state";
import { useRetry } from "@/lib/retry";
import { useSubmissionKey } from "@/lib/submission-key";
import { toast } from "@/lib/toast";
import { ToolInputs } from "./tool-inputs";

type Suggestion = components["schemas"]["Suggestion"];
type Done = { accepted: string } | "declined" | "decided";

/** Accept a suggestion after reviewing the fields of its tool, or decline it with a reason. */
export function SuggestionActions({ suggestion }: { suggestion: Suggestion }) {
  const t = useTranslations("admin");
  const common = useTranslations("common");
  const errors = useTranslations("errors");
  const { run, waiting } = useRetry();
  const { suggestion_id, name, url, kind } = suggestion;
  const [tool, setTool, keptTool] = usePersistedState<ToolFields>(`suggestion:${suggestion_id}`, { ...NEW_TOOL, name, url, kind });
  const [reason, setReason, keptReason] = usePersistedState(`suggestion:${suggestion_id}:reason`, "");
  const [act, setAct] = useState<"accept" | "decline" | null>(null);
  const [done, setDone] = useState<Done | null>(null);
  const [problem, setProblem] = useState<unknown>(null);
  const [busy, setBusy] = useState(false);
  const withKey = useSubmissionKey();
  const form = useId();
  const wrong = fieldErrors(problem, errors);
  const params = { path: { suggestion_id } };

  async function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    if (busy || act === null) return;
    setBusy(true);
    setProblem(null);
    try {
      if (act === "accept") {
        const { data } = await withKey(toolOf(tool), (body, header) =>
          run(() => browserApi.POST("/api/v1/tools/suggestions/{suggestion_id}/accept", { params: { ...params, header }, body })),
        );
        setDone({ accepted: data?.slug ?? tool.slug });
        toast(t("suggestions.acceptDone", { name: tool.name }));
      } else {
        await run(() => browserApi.POST("/api/v1/tools/suggestions/{suggestion_id}/decline", { params, body: { reason: reason.trim() } }));
        setDone("declined");
        toast(t("suggestions.declineDone", { name }));
      }
      keptTool.drop();
      keptReason.drop();
      setAct(null);
    } catch (error) {
      if (error instanceof ApiError && error.code === "decided") {
        setDone("decided");
        setAct(null);
      } else setProblem(error);
    } finally {
      setBusy(false);
    }
  }

  if (done !== null) {
    return (
      <p role="status" className="text-sm text-muted">
        {done === "declined" ? (
          t("suggestions.declined")
        ) : done === "decided" ? (
          t("suggestions.decided")
        ) : (
          <>
            {t("suggestions.accepted")}{" "}
            <Link href={`/tools/${done.accepted}`} className="link">
              {tool.name}
            </Link>
          </>
        )}
      </p>
    );
  }
  return (
    <div className="flex flex-wrap gap-2">
      <Button
        size="small"
        look="primary"
        onClick={() => {
          setProblem(null);
          setAct("accept");
        }}
      >
        {t("suggestions.accept")}{" "}
        <span className="sr-only">{name}</span>
      </Button>
      <Button
        size="small"
        onClick={() => {
          setProblem(null);
          setAct("decline");
        }}
      >
        {t("suggestions.decline")}{" "}
        <span className="sr-only">{name}</span>
      </Button>
      <Dialog
        open={act !== null}
        onClose={() => setAct(null)}
        insist
        title={act === null ? "" : t(`suggestions.${act}Title`, { name })}
        close={common("close")}
        footer={
          act === null ? null : (
            <>
              <Button onClick={() => setAct(null)}>{common("cancel")}</Button>
              <Button type="submit" form={form} look={act === "accept" ? "primary" : "danger"} busy={busy}>
                {t(`suggestions.${act}`)}
              </Button>
            </>
          )
        }
      >
        <form id={form} onSubmit={submit} className="space-y-4">
          {act === "accept" ? (
            <ToolInputs value={tool} onChange={(change) => setTool((before) => ({ ...before, ...change }))} wrong={wrong} />
          ) : (
            <Field label={t("suggestions.reason")} hint={t("suggestions.reasonHint")} optional={common("optional")} error={wrong["/reason"]}>
              {(field) => <Textarea {...field} rows={3} maxLength={500} value={reason} onChange={(event) => setReason(event.target.value)} />}
            </Field>
          )}
          <FormOutcome problem={problem} waiting={waiting} />
        </form>
      </Dialog>
    </div>
  );
}
