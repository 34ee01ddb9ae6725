import { Pencil } from "lucide-react";
import type { Metadata } from "next";
import { permanentRedirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { Link } from "@/components/link";
import { Markdown } from "@/components/markdown";
import { Paged, type NextPage } from "@/components/paged";
import { RelativeTime } from "@/components/relative-time";
import { Alert } from "@/components/ui/alert";
import { Avatar } from "@/components/ui/avatar";
import { Badge } from "@/components/ui/badge";
import { ButtonLink } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { ItemRow } from "@/features/collections/components/item-row";
import { loadCollection, loadItems, loadRemoval } from "@/features/collections/api";
import { collectionPath } from "@/features/collections/paths";
import { ReportButton } from "@/features/reports/components/report-button";
import { getViewerOrNobody } from "@/features/session/viewer";
import { one } from "@/lib/query";

type Props = PageProps<"/collections/[handle]/[slug]">;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { handle, slug } = await params;
  const [collection, t] = await Promise.all([loadCollection(handle, slug), getTranslations("collections")]);
  const path = collectionPath(collection);
  const owner = collection.owner.display_name;
  const description =
    collection.description === "" ? t("description", { count: collection.items, name: owner }) : collection.description.slice(0, 200);
  return {
    title: t("titleBy", { title: collection.title, name: owner }),
    description,
    alternates: { canonical: path },
    openGraph: { title: collection.title, description, url: path, type: "website" },
    ...(collection.visibility === "public" ? {} : { robots: { index: false } }),
  };
}

export default async function CollectionPage({ params, searchParams }: Props) {
  const { handle, slug } = await params;
  const [collection, query, t, viewer] = await Promise.all([
    loadCollection(handle, slug),
    searchParams,
    getTranslations("collections"),
    getViewerOrNobody(),
  ]);
  const path = collectionPath(collection);
  if (collection.handle !== handle || collection.slug !== slug) permanentRedirect(path);
  const { owner, title, description, visibility, items, removed, updated_at } = collection;
  const page = await loadItems(collection, one(query.cursor));
  const own = viewer?.handle === collection.handle;

  async function more(cursor: string): Promise<NextPage> {
    "use server";
    const next = await loadItems(collection, cursor);
    return { items: next.data.map((item) => <ItemRow key={item.project.project_id} item={item} isOwn={own} />), next: next.next_cursor };
  }

  return (
    <>
      <header className="mb-6 flex flex-wrap items-start justify-between gap-x-6 gap-y-3">
        <div className="min-w-0 grow basis-80">
          <p className="text-sm text-muted">{t("collection")}</p>
          <h1 className="text-2xl font-semibold sm:text-3xl">
            {title}
            {visibility === "public" ? null : <Badge className="ms-3 align-middle">{t(`visibility.${visibility}`)}</Badge>}
          </h1>
          {description === "" ? null : (
            <div className="mt-3 max-w-prose">
              <Markdown text={description} isOwn={own} />
            </div>
          )}
          <p className="mt-3 flex flex-wrap items-center gap-x-4 gap-y-1 text-sm text-muted">
            <Link href={`/makers/${owner.handle}`} className="flex min-h-7 items-center gap-2 hover:text-ink pointer-coarse:min-h-10">
              <Avatar name={owner.display_name} url={owner.avatar_url} size="small" />
              {owner.display_name}
            </Link>
            <span>{t("items", { count: items })}</span>
            <span>
              {t("updated")} <RelativeTime iso={updated_at} />
            </span>
          </p>
        </div>
        {own ? (
          <ButtonLink href={collectionPath(collection, "edit")}>
            <Pencil aria-hidden="true" />
            {t("edit")}
          </ButtonLink>
        ) : null}
        {own ? null : (
          <ReportButton target={{ kind: "collection", handle: collection.handle, slug: collection.slug }} name={title} own={collection.handle} />
        )}
      </header>
      {removed ? <RemovedNotice handle={collection.handle} slug={collection.slug} /> : null}
      <h2 className="sr-only">{t("contents")}</h2>
      {page.data.length > 0 ? (
        <Paged base={path} next={page.next_cursor} load={more} className="border-t border-line">
          {page.data.map((item) => (
            <ItemRow key={item.project.project_id} item={item} isOwn={own} />
          ))}
        </Paged>
      ) : own ? (
        <EmptyState title={t("emptyOwn")} action={<ButtonLink href="/">{t("look")}</ButtonLink>}>
          {t("emptyOwnText")}
        </EmptyState>
      ) : (
        <EmptyState title={t("empty")} />
      )}
    </>
  );
}

async function RemovedNotice({ handle, slug }: { handle: string; slug: string }) {
  const [t, reasons, removal] = await Promise.all([
    getTranslations("collections"),
    getTranslations("moderation"),
    loadRemoval(handle, slug),
  ]);
  return (
    <Alert look="danger" title={t("removedByAdmin")}>
      {removal === null ? null : (
        <>
          <p>
            {t("removedReason", { reason: reasons(`reasons.${removal.reason}`) })} <RelativeTime iso={removal.removed_at} />
          </p>
          {removal.note === "" ? null : <p className="mt-1 whitespace-pre-line">{removal.note}</p>}
        </>
      )}
      <p className="mt-1 text-muted">{t("removedText")}</p>
    </Alert>
  );
}
