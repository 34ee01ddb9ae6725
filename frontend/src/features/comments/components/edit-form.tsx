"use client";

import { useTranslations } from "next-intl";
import { useEffect, useState, type FormEvent, type ReactNode } from "react";
import { FormOutcome } from "@/components/form-outcome";
import { MarkdownField } from "@/components/markdown-field";
import { MarkdownPreview } from "@/components/markdown-preview";
import { Alert } from "@/components/ui/alert";
import { Button } from "@/components/ui/button";
import { Skeleton } from "@/components/ui/skeleton";
import { ApiError, browserApi, fieldErrors, problemMessage } from "@/lib/api/browser";
import { usePersistedState } from "@/lib/persisted-state";
import { useRetry } from "@/lib/retry";

type Read = { body: string; etag: string };

async function read(id: string): Promise<Read> {
  const { data, response } = await browserApi.GET("/api/v1/comments/{comment_id}", { params: { path: { comment_id: id } } });
  return { body: data?.body ?? "", etag: response.headers.get("etag") ?? "*" };
}

/** Edit the viewer's comment, reloaded when the form opens. */
export function EditForm({ id, onDone, onCancel }: { id: string; onDone: (text: ReactNode) => void; onCancel: () => void }) {
  const common = useTranslations("common");
  const errors = useTranslations("errors");
  const [now, setNow] = useState<Read | null>(null);
  const [problem, setProblem] = useState<string | null>(null);

  useEffect(() => {
    let gone = false;
    read(id).then(
      (found) => {
        if (!gone) setNow(found);
      },
      (error: unknown) => {
        if (!gone) setProblem(problemMessage(error, errors));
      },
    );
    return () => {
      gone = true;
    };
  }, [id, errors]);

  if (now !== null) return <Form id={id} first={now} onDone={onDone} onCancel={onCancel} />;
  if (problem === null) return <Skeleton className="my-2 h-24" />;
  return (
    <Alert look="danger" live action={<Button onClick={onCancel}>{common("cancel")}</Button>}>
      {problem}
    </Alert>
  );
}

function Form({
  id,
  first,
  onDone,
  onCancel,
}: {
  id: string;
  first: Read;
  onDone: (text: ReactNode) => void;
  onCancel: () => void;
}) {
  const t = useTranslations("comments");
  const common = useTranslations("common");
  const errors = useTranslations("errors");
  const { run, waiting } = useRetry();
  const [text, setText, kept] = usePersistedState(`edit-comment:${id}`, first.body);
  const [now, setNow] = useState(first);
  const [problem, setProblem] = useState<unknown>(null);
  const [busy, setBusy] = useState(false);
  const wrong = fieldErrors(problem, errors)["/body"];

  async function submit(event: FormEvent) {
    event.preventDefault();
    if (busy || text.trim() === "") return;
    setBusy(true);
    setProblem(null);
    try {
      const { data } = await run(() =>
        browserApi.PATCH("/api/v1/comments/{comment_id}", {
          params: { path: { comment_id: id }, header: { "If-Match": now.etag } },
          body: { body: text.trim() },
        }),
      );
      kept.drop();
      const body = data?.body ?? text.trim();
      onDone(<MarkdownPreview text={body} mentions={data?.mentions} className="max-w-prose" />);
    } catch (error) {
      if (!(error instanceof ApiError)) throw error;
      setProblem(error);
      // Changed in another tab: show that text; the next click overwrites it.
      if (error.status === 412) setNow(await read(id).catch(() => now));
    } finally {
      setBusy(false);
    }
  }

  return (
    <form onSubmit={submit} className="max-w-prose space-y-3 py-2" noValidate>
      <MarkdownField label={t("change")} value={text} onChange={setText} rows={3} maxLength={10_000} autoFocus error={wrong} />
      {now.body !== first.body ? (
        <Alert look="warn" live title={t("changedMeanwhile")}>
          <p className="whitespace-pre-line">{now.body}</p>
        </Alert>
      ) : null}
      <FormOutcome problem={now.body !== first.body || wrong !== undefined ? null : problem} waiting={waiting} />
      <div className="flex gap-2">
        <Button type="submit" look="primary" size="small" busy={busy}>
          {busy ? common("saving") : common("save")}
        </Button>
        <Button
          look="quiet"
          size="small"
          onClick={() => {
            kept.drop();
            onCancel();
          }}
        >
          {common("cancel")}
        </Button>
      </div>
    </form>
  );
}
