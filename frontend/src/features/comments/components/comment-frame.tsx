"use client";

import { Pencil, Reply, ThumbsDown, ThumbsUp, Trash2 } from "lucide-react";
import { useTranslations } from "next-intl";
import { Fragment, useRef, useState, type ReactNode } from "react";
import { whenShown } from "@/components/when-shown";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { ReportOpener } from "@/features/reports/components/report-opener";
import { browserApi, problemMessage } from "@/lib/api/browser";
import { cn } from "@/lib/cn";
import { toast } from "@/lib/toast";
import type { Place } from "../paths";
import { useVote } from "../hooks/use-vote";
import type { ShowComment } from "../model";
import { scoreOf, type VoteValue } from "../thread";
import { commentClass, REPLIES_CLASS } from "./comment-class";
import { countComment } from "./comment-count";

const CommentForm = whenShown(() => import("./comment-form").then((module) => module.CommentForm));
const EditForm = whenShown(() => import("./edit-form").then((module) => module.EditForm));

type Shown = { id: string; ups: number; downs: number; hasReplies: boolean; isOwn: boolean; author: string | null };

/** Actions on a comment. The server rendered its text and author. */
export function CommentFrame({
  place,
  comment: { id, ups, downs, hasReplies, isOwn, author },
  vote: initialVote,
  isMarked,
  head,
  text: initialText,
  replies,
  showComment,
}: {
  place: Place;
  comment: Shown;
  vote: VoteValue | 0;
  isMarked: boolean;
  head: ReactNode;
  text: ReactNode;
  replies: ReactNode;
  showComment: ShowComment;
}) {
  const t = useTranslations("comments");
  const common = useTranslations("common");
  const errors = useTranslations("errors");
  const [state, setState] = useState<"shown" | "editing" | "replying" | "deleting" | "deleted">("shown");
  const [changed, setChanged] = useState<ReactNode>(null);
  const [added, setAdded] = useState<readonly { id: string; node: ReactNode }[]>([]);
  const [busy, setBusy] = useState(false);
  const replyButton = useRef<HTMLButtonElement>(null);
  const { vote, press } = useVote(id, initialVote, (error) => problemMessage(error, errors));
  const score = scoreOf({ ups, downs }, initialVote, vote);

  async function remove() {
    setBusy(true);
    try {
      await browserApi.DELETE("/api/v1/comments/{comment_id}", { params: { path: { comment_id: id } } });
      setState("deleted");
      countComment(-1);
      toast(t("deletedToast"));
    } catch (error) {
      toast(problemMessage(error, errors), { look: "danger" });
      setState("shown");
    } finally {
      setBusy(false);
    }
  }

  const own = added.length > 0 ? <ul className={REPLIES_CLASS}>{added.map(({ id: each, node }) => (<Fragment key={each}>{node}</Fragment>))}</ul> : null;
  if (state === "deleted") {
    // Without replies it disappears; otherwise leave a tombstone.
    if (!hasReplies && added.length === 0) return null;
    return (
      <li id={`comment-${id}`} className={commentClass(isMarked)}>
        <p className="text-muted italic">{t("deleted")}</p>
        {own}
        {replies}
      </li>
    );
  }

  return (
    <li id={`comment-${id}`} className={commentClass(isMarked)}>
      <article>
        {head}
        {state === "editing" ? (
          <EditForm
            id={id}
            onDone={(text) => {
              setChanged(text);
              setState("shown");
            }}
            onCancel={() => setState("shown")}
          />
        ) : (
          (changed ?? initialText)
        )}
        {state === "editing" ? null : (
          <div className="-ms-3 flex flex-wrap items-center">
            {isOwn ? (
              <span className="px-3 font-mono text-xs text-muted">{t("score", { score })}</span>
            ) : (
              <span className="inline-flex items-center" role="group" aria-label={t("votes")}>
                <Button
                  look="quiet"
                  size="small"
                  aria-pressed={vote === 1}
                  aria-label={t("up")}
                  className={cn(vote === 1 && "text-accent!")}
                  onClick={() => press(1)}
                >
                  <ThumbsUp aria-hidden="true" className={vote === 1 ? "fill-accent-soft" : undefined} />
                </Button>
                <span className="min-w-4 text-center font-mono text-xs text-muted">{score}</span>
                <Button
                  look="quiet"
                  size="small"
                  aria-pressed={vote === -1}
                  aria-label={t("down")}
                  className={cn(vote === -1 && "text-accent!")}
                  onClick={() => press(-1)}
                >
                  <ThumbsDown aria-hidden="true" className={vote === -1 ? "fill-accent-soft" : undefined} />
                </Button>
              </span>
            )}
            <Button
              ref={replyButton}
              look="quiet"
              size="small"
              aria-expanded={state === "replying"}
              onClick={() => setState(state === "replying" ? "shown" : "replying")}
            >
              <Reply aria-hidden="true" />
              {t("reply")}
            </Button>
            {isOwn ? (
              <>
                <Button look="quiet" size="small" onClick={() => setState("editing")}>
                  <Pencil aria-hidden="true" />
                  {common("edit")}
                </Button>
                <Button look="quiet" size="small" aria-haspopup="dialog" onClick={() => setState("deleting")}>
                  <Trash2 aria-hidden="true" />
                  {common("delete")}
                </Button>
              </>
            ) : (
              <ReportOpener
                target={{ kind: "comment", comment_id: id }}
                name={author === null ? t("thisComment") : t("commentOf", { name: author })}
              />
            )}
          </div>
        )}
        {state === "replying" ? (
          <div className="py-2">
            <CommentForm
              place={place}
              parent={id}
              showComment={showComment}
              name={author}
              onPosted={(posted) => {
                setAdded((before) => [posted, ...before]);
                setState("shown");
                replyButton.current?.focus();
              }}
              onCancel={() => {
                setState("shown");
                replyButton.current?.focus();
              }}
            />
          </div>
        ) : null}
      </article>
      {own}
      {replies}
      {state === "deleting" ? (
        <Dialog
          open
          onClose={() => setState((now) => (now === "deleting" ? "shown" : now))}
          title={t("deleteTitle")}
          close={common("close")}
          footer={
            <>
              <Button onClick={() => setState("shown")}>{common("cancel")}</Button>
              <Button look="danger" busy={busy} onClick={remove}>
                {common("delete")}
              </Button>
            </>
          }
        >
          <p>{t(hasReplies || added.length > 0 ? "deleteTextReplies" : "deleteText")}</p>
        </Dialog>
      ) : null}
    </li>
  );
}
