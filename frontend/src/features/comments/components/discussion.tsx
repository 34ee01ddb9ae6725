import { getTranslations } from "next-intl/server";
import { Link } from "@/components/link";
import { type NextPage, Paged } from "@/components/paged";
import { TabLinks } from "@/components/ui/tab-links";
import { getViewer } from "@/features/session/viewer";
import { versionPath } from "@/features/workflows/paths";
import { Messages } from "@/i18n/provide";
import { api } from "@/lib/api/server";
import { moreReplies, showComment } from "../actions";
import { discussionPath, type Asked } from "../paths";
import { loadChain, loadThreads, type Filter } from "../api";
import type { Comment } from "../thread";
import { THREAD_CLASS } from "./comment-class";
import { CommentCount } from "./comment-count";
import { CommentItem } from "./comment-item";
import { NewComment } from "./new-comment";

const ACTIONS = { moreReplies, showComment };

type Discussed = { handle: string; slug: string; comments: number; status: string };

/** Comments on a project, on one step, or one comment in its thread. */
export async function Discussion({ project, asked }: { project: Discussed; asked: Asked & { cursor?: string } }) {
  const [t, viewer] = await Promise.all([getTranslations("comments"), getViewer()]);
  const place = { handle: project.handle, slug: project.slug };
  const sort = asked.sort === "new" ? "new" : "best";
  const { workflow } = asked;
  const step = workflow === undefined ? undefined : asked.step;
  const isPart = asked.comment !== undefined || workflow !== undefined;
  const filter: Filter = { sort, workflow, step };
  const on = await stepOf(place, { workflow, step, version: asked.version });
  const canWrite = project.status !== "removed" && asked.comment === undefined;
  const form = !canWrite ? null : viewer === null ? (
    <p className="text-muted">
      {t.rich("logIn", {
        link: (chunks) => (
          <Link
            href={`/login?next=${encodeURIComponent(`${discussionPath(place, { ...asked, comment: undefined })}#comments`)}`}
            className="link"
          >
            {chunks}
          </Link>
        ),
      })}
    </p>
  ) : (
    <NewComment place={place} on={on} showComment={showComment} />
  );

  const content = (
    <>
      {form}
      {asked.comment === undefined ? (
        <Threads place={place} filter={filter} cursor={asked.cursor} version={asked.version} />
      ) : (
        <OneThread place={place} id={asked.comment} cursor={asked.cursor} />
      )}
    </>
  );

  return (
    <section id="comments" aria-labelledby="comments-heading" className="scroll-mt-4 space-y-5">
      <div className="space-y-1">
        <h2 id="comments-heading" className="text-xl font-semibold">
          {t("heading")}{" "}
          <span className="font-mono text-sm font-normal text-muted">
            {viewer === null ? project.comments : <CommentCount key={discussionPath(place)} counted={project.comments} />}
          </span>
        </h2>
        {on === null ? null : (
          <p className="text-muted">
            {t.rich("aboutStep", {
              step: on.step,
              workflow: on.workflow,
              link: (chunks) => (
                <Link
                  href={`${versionPath({ ...place, workflow: on.workflow }, on.version)}#step-${encodeURIComponent(on.step)}`}
                  className="link"
                >
                  {chunks}
                </Link>
              ),
            })}
          </p>
        )}
        {isPart ? (
          <p className="text-sm">
            <Link href={`${discussionPath(place)}#comments`} className="link inline-flex min-h-10 items-center sm:min-h-7">
              {t("all")}
            </Link>
          </p>
        ) : null}
      </div>
      {viewer === null ? content : <Messages namespaces={["comments", "reports", "markdown"]}>{content}</Messages>}
    </section>
  );
}

async function Threads({
  place,
  filter,
  cursor,
  version,
}: {
  place: { handle: string; slug: string };
  filter: Filter;
  cursor?: string;
  version?: string | number;
}) {
  const [t, page] = await Promise.all([getTranslations("comments"), loadThreads(place, filter, cursor)]);
  const asked = { workflow: filter.workflow, step: filter.step, version };

  async function more(next: string): Promise<NextPage> {
    "use server";
    const found = await loadThreads(place, filter, next);
    return { items: items(found.data, place), next: found.next_cursor };
  }

  if (page.data.length === 0) {
    // Hidden as soon as a new comment precedes it.
    return <p className="text-muted [ul+&]:hidden">{filter.workflow === undefined ? t("none") : t("noneHere")}</p>;
  }
  return (
    <>
      {page.data.length > 1 || cursor !== undefined ? (
        <TabLinks
          label={t("sort")}
          items={(["best", "new"] as const).map((each) => ({
            href: `${discussionPath(place, { ...asked, sort: each })}#comments`,
            label: t(each),
            current: each === filter.sort,
          }))}
        />
      ) : null}
      <Paged
        base={discussionPath(place, { ...asked, sort: filter.sort })}
        next={page.next_cursor}
        load={more}
        label={t("heading")}
        className={THREAD_CLASS}
      >
        {items(page.data, place)}
      </Paged>
    </>
  );
}

async function OneThread({ place, id, cursor }: { place: { handle: string; slug: string }; id: string; cursor?: string }) {
  const [t, found] = await Promise.all([getTranslations("comments"), loadChain(id, cursor)]);
  if (found === null) return <p className="text-muted">{t("gone")}</p>;
  return (
    <ul className={THREAD_CLASS}>
      <CommentItem comment={found} place={place} marked={id} actions={ACTIONS} />
    </ul>
  );
}

function items(comments: readonly Comment[], place: { handle: string; slug: string }) {
  return comments.map((comment) => <CommentItem key={comment.comment_id} comment={comment} place={place} actions={ACTIONS} />);
}

/** Return the requested step, in the requested or the newest version. */
async function stepOf(place: { handle: string; slug: string }, { workflow, step, version }: Asked) {
  if (workflow === undefined || step === undefined) return null;
  const given = Number(version);
  if (Number.isInteger(given) && given > 0) return { workflow, step, version: given };
  const { data } = await (await api()).GET("/api/v1/projects/{handle}/{slug}/workflows/{workflow}", {
    params: { path: { ...place, workflow } },
  });
  return data?.head_number == null ? null : { workflow, step, version: data.head_number };
}
