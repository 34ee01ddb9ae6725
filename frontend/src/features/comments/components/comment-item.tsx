import { getTranslations } from "next-intl/server";
import { Link } from "@/components/link";
import { Markdown } from "@/components/markdown";
import { RelativeTime } from "@/components/relative-time";
import { Avatar } from "@/components/ui/avatar";
import { Badge } from "@/components/ui/badge";
import { buttonClass } from "@/components/ui/button-class";
import { getViewer } from "@/features/session/viewer";
import { versionPath } from "@/features/workflows/paths";
import { commentPath, discussionPath, type Place } from "../paths";
import { loadVotes } from "../api";
import type { CommentActions } from "../model";
import { isGone, type Comment } from "../thread";
import { commentClass } from "./comment-class";
import { CommentFrame } from "./comment-frame";
import { ReplyList } from "./reply-list";

/** A comment with its replies. An interactive component for makers, static for visitors. */
export async function CommentItem({
  comment,
  place,
  marked,
  actions,
}: {
  comment: Comment;
  place: Place;
  marked?: string;
  actions: CommentActions;
}) {
  const [t, common, viewer, votes] = await Promise.all([
    getTranslations("comments"),
    getTranslations("common"),
    getViewer(),
    loadVotes(place.handle, place.slug),
  ]);
  const { comment_id: id, body, thread, next_cursor: next } = comment;
  const head = <CommentHead comment={comment} place={place} />;
  const isOwn = viewer !== null && comment.author?.handle === viewer.handle;
  const text = body === null ? null : <Markdown text={body} mentions={comment.mentions} isOwn={isOwn} className="max-w-prose" />;
  const replies =
    thread.length === 0 && next === null ? null : (
      <ReplyList
        place={place}
        id={id}
        next={next}
        moreReplies={actions.moreReplies}
        base={discussionPath(place, { comment: id })}
        words={{ more: t("moreReplies"), loading: common("loading"), failed: common("moreFailed"), label: t("replies") }}
      >
        {thread.map((reply) => (
          <CommentItem key={reply.comment_id} comment={reply} place={place} marked={marked} actions={actions} />
        ))}
      </ReplyList>
    );

  if (viewer === null || isGone(comment)) {
    return (
      <li id={`comment-${id}`} className={commentClass(id === marked)}>
        {isGone(comment) ? (
          <p className="text-muted italic">{t(comment.removed ? "removed" : "deleted")}</p>
        ) : (
          <article>
            {head}
            {text}
            <div className="-ms-3 flex flex-wrap items-center">
              <span className="px-3 font-mono text-xs text-muted">{t("score", { score: comment.ups - comment.downs })}</span>
              <Link
                href={`/login?next=${encodeURIComponent(commentPath(place, id))}`}
                rel="nofollow"
                className={buttonClass({ look: "quiet", size: "small" })}
              >
                {t("reply")}
              </Link>
            </div>
          </article>
        )}
        {replies}
      </li>
    );
  }
  return (
    <CommentFrame
      place={place}
      comment={{
        id,
        ups: comment.ups,
        downs: comment.downs,
        hasReplies: comment.replies > 0,
        isOwn,
        author: comment.author?.display_name ?? null,
      }}
      vote={votes[id] ?? 0}
      isMarked={id === marked}
      head={head}
      text={text}
      replies={replies}
      showComment={actions.showComment}
    />
  );
}

async function CommentHead({ comment, place }: { comment: Comment; place: Place }) {
  const t = await getTranslations("comments");
  const { comment_id: id, author, on, created_at, edited_at } = comment;
  return (
    <>
      <p className="flex flex-wrap items-center gap-x-2 text-sm text-muted">
        {author === null ? (
          <span>{t("nobody")}</span>
        ) : (
          <Link
            href={`/makers/${encodeURIComponent(author.handle)}`}
            className="inline-flex min-h-6 items-center gap-2 font-medium text-ink hover:text-accent-strong hover:underline hover:underline-offset-4"
          >
            <Avatar name={author.display_name} url={author.avatar_url} size="small" />
            {author.display_name}
          </Link>
        )}
        {author?.handle === place.handle ? <Badge look="accent">{t("owner")}</Badge> : null}
        <a href={commentPath(place, id)} className="hover:text-ink hover:underline hover:underline-offset-4" title={t("permalink")}>
          <RelativeTime iso={created_at} />
        </a>
        {edited_at === null ? null : <span>{t("edited")}</span>}
      </p>
      {on === null ? null : (
        <p className="my-1 flex flex-wrap items-center gap-x-2 text-sm text-muted">
          {on.workflow === null ? (
            <span>{t("onGone", { step: on.step })}</span>
          ) : (
            <Link
              href={`${versionPath({ ...place, workflow: on.workflow }, on.version)}#step-${encodeURIComponent(on.step)}`}
              className="link break-words"
            >
              {t("onStep", { step: on.step, workflow: on.workflow, version: on.version })}
            </Link>
          )}
          {on.outdated ? (
            <span title={t("outdatedText")}>
              <Badge look="warn">{t("outdated")}</Badge>
            </span>
          ) : null}
        </p>
      )}
    </>
  );
}
