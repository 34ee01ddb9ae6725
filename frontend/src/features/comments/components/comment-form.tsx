"use client";

import { useTranslations } from "next-intl";
import { useState, type FormEvent, type ReactNode } from "react";
import { FormOutcome } from "@/components/form-outcome";
import { RestoredNotice } from "@/components/restored-notice";
import { MarkdownField } from "@/components/markdown-field";
import { Button } from "@/components/ui/button";
import { ApiError, browserApi, fieldErrors } from "@/lib/api/browser";
import { usePersistedState } from "@/lib/persisted-state";
import { useRetry } from "@/lib/retry";
import { useSubmissionKey } from "@/lib/submission-key";
import { toast } from "@/lib/toast";
import type { Place } from "../paths";
import type { ShowComment } from "../model";
import { countComment } from "./comment-count";

const LONGEST = 10_000;

export type On = { workflow: string; version: number; step: string };

/** Post a comment on a project, on a step (`on`), or as a reply (`parent`, whose author is `name`). */
export function CommentForm({
  place,
  parent = null,
  on = null,
  name,
  showComment,
  onPosted,
  onCancel,
}: {
  place: Place;
  parent?: string | null;
  on?: On | null;
  name?: string | null;
  showComment: ShowComment;
  onPosted: (posted: { id: string; node: ReactNode }) => void;
  onCancel?: () => void;
}) {
  const t = useTranslations("comments");
  const common = useTranslations("common");
  const errors = useTranslations("errors");
  const { run, waiting } = useRetry();
  const about = parent !== null ? `reply:${parent}` : `comment:${place.handle}/${place.slug}${on === null ? "" : `/${on.workflow}/${on.step}`}`;
  const [text, setText, kept] = usePersistedState(about, "");
  const [problem, setProblem] = useState<unknown>(null);
  const [isEmpty, setEmpty] = useState(false);
  const [busy, setBusy] = useState(false);
  const withKey = useSubmissionKey();
  const wrong = fieldErrors(problem, errors)["/body"];

  async function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    if (busy) return;
    if (text.trim() === "") {
      setEmpty(true);
      event.currentTarget.querySelector("textarea")?.focus();
      return;
    }
    setBusy(true);
    setProblem(null);
    const { handle, slug } = place;
    try {
      const comment = { body: text.trim(), ...(parent === null ? {} : { parent_id: parent }), ...(on === null ? {} : { on }) };
      const { data } = await withKey(comment, (body, header) =>
        run(() => browserApi.POST("/api/v1/projects/{handle}/{slug}/comments", { params: { path: { handle, slug }, header }, body })),
      );
      if (!data) return;
      kept.discard();
      const id = data.comment_id;
      // It is posted; if it cannot be rendered now, a reload shows it.
      const node = await showComment(place, id).catch(() => null);
      countComment(1);
      toast(t("posted"));
      if (node === null) onCancel?.();
      else onPosted({ id, node });
    } catch (error) {
      if (!(error instanceof ApiError)) throw error;
      setProblem(error);
    } finally {
      setBusy(false);
    }
  }

  return (
    <form onSubmit={submit} className="max-w-prose space-y-3" noValidate>
      <MarkdownField
        label={parent === null ? t("write") : name ? t("replyTo", { name }) : t("reply")}
        name="body"
        value={text}
        onChange={(value) => {
          setText(value);
          setEmpty(false);
        }}
        rows={3}
        maxLength={LONGEST}
        autoFocus={parent !== null}
        error={isEmpty ? t("empty") : wrong}
      />
      {text === "" ? null : <RestoredNotice kept={kept} />}
      <FormOutcome problem={wrong === undefined ? problem : null} waiting={waiting} />
      <div className="flex flex-wrap gap-2">
        <Button type="submit" look="primary" size={parent === null ? "normal" : "small"} busy={busy}>
          {busy ? t("posting") : parent === null ? t("post") : t("postReply")}
        </Button>
        {onCancel ? (
          <Button size={parent === null ? "normal" : "small"} look="quiet" onClick={onCancel}>
            {common("cancel")}
          </Button>
        ) : null}
      </div>
    </form>
  );
}
