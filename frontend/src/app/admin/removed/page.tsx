import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { Link } from "@/components/link";
import { Paged, type NextPage } from "@/components/paged";
import { RelativeTime } from "@/components/relative-time";
import { Badge } from "@/components/ui/badge";
import { EmptyState } from "@/components/ui/empty-state";
import { Row } from "@/components/ui/rows";
import { TabLinks } from "@/components/ui/tab-links";
import { adminProjectPath } from "@/features/admin/paths";
import { AdminHeading } from "@/features/admin/components/admin-heading";
import { RestoreButton } from "@/features/admin/components/removal-actions";
import { requireAdmin } from "@/features/admin/require-admin";
import type { RemovedItem } from "@/features/admin/api";
import { Messages } from "@/i18n/provide";
import { api, load } from "@/lib/api/server";
import { one, oneOf, type SearchParams, withQuery } from "@/lib/query";

const KINDS = ["project", "comment", "collection"] as const;
type Kind = (typeof KINDS)[number];

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("admin");
  return { title: t("sections.removed"), robots: { index: false }, alternates: { canonical: "/admin/removed" } };
}

async function removed(kind: Kind | undefined, cursor?: string) {
  return load((await api()).GET("/api/v1/admin/removed", { params: { query: { kind, cursor } } }));
}

function rows(page: Awaited<ReturnType<typeof removed>>, viewer: string) {
  return page.data.map((item) => <Removed key={item.comment_id ?? `${item.kind}:${item.handle}/${item.slug}`} item={item} viewer={viewer} />);
}

export default async function RemovedPage({ searchParams }: { searchParams: SearchParams }) {
  const { handle: viewer } = await requireAdmin();
  const [t, query] = await Promise.all([getTranslations("admin"), searchParams]);
  const kind = oneOf(KINDS, query.kind);
  const page = await removed(kind, one(query.cursor));
  const path = (each: Kind | undefined) => withQuery("/admin/removed", { kind: each });

  async function more(cursor: string): Promise<NextPage> {
    "use server";
    const next = await removed(kind, cursor);
    return { items: rows(next, viewer), next: next.next_cursor };
  }

  return (
    <>
      <AdminHeading section="removed" title={t("sections.removed")}>
        {t("removedLead")}
      </AdminHeading>
      <TabLinks
        label={t("kind")}
        items={[undefined, ...KINDS].map((each) => ({ href: path(each), label: t(`kinds.${each ?? "all"}`), current: each === kind }))}
      />
      <h2 className="sr-only">{t(`kinds.${kind ?? "all"}`)}</h2>
      {page.data.length > 0 ? (
        <Messages namespaces={["admin"]}>
          <Paged base={path(kind)} next={page.next_cursor} load={more}>
            {rows(page, viewer)}
          </Paged>
        </Messages>
      ) : (
        <div className="pt-8">
          <EmptyState title={t("noRemoved")}>{t("noRemovedText")}</EmptyState>
        </div>
      )}
    </>
  );
}

async function Removed({ item, viewer }: { item: RemovedItem; viewer: string }) {
  const [t, words] = await Promise.all([getTranslations("admin"), getTranslations("moderation")]);
  const { kind, handle, slug, title, comment_id, author, body, was, reason, note, removed_by, removed_at } = item;
  const comment = kind === "comment" && comment_id !== null;
  const name = comment ? t("commentOf", { handle: author ?? "–" }) : title;
  return (
    <Row className="flex flex-wrap items-start justify-between gap-x-6 gap-y-3">
      <div className="min-w-0 grow basis-80">
        <h3 className="font-semibold break-words">
          {comment ? <>{name} · </> : null}
          {kind === "collection" ? (
            title
          ) : (
            <Link href={adminProjectPath(handle, slug)} className="hover:text-accent-strong hover:underline hover:underline-offset-4">
              {title}
            </Link>
          )}
        </h3>
        {body === null ? null : <p className="mt-1 max-w-prose break-words whitespace-pre-wrap">{body}</p>}
        <p className="mt-1 flex flex-wrap items-center gap-x-3 gap-y-1 text-sm text-muted">
          <Badge look="danger">{words(`reasons.${reason}`)}</Badge>
          <span>
            {handle}/{slug}
          </span>
          {was === null ? null : <span>{t("was", { status: t(`standing.${was}`) })}</span>}
          <span>
            {t("by", { handle: removed_by })} <RelativeTime iso={removed_at} />
          </span>
        </p>
        {note === "" ? null : <p className="mt-1 max-w-prose text-sm break-words whitespace-pre-wrap">{note}</p>}
      </div>
      {(comment ? author : handle) === viewer ? (
        <p className="text-sm text-muted">{t("ownItem")}</p>
      ) : (
        <RestoreButton stay target={kind === "comment" ? { kind, comment_id: comment_id ?? "" } : { kind, handle, slug }} name={name} />
      )}
    </Row>
  );
}
