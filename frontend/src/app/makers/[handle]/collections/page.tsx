import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { Paged, type NextPage } from "@/components/paged";
import { EmptyState } from "@/components/ui/empty-state";
import { CollectionRow } from "@/features/collections/components/collection-row";
import { MakerHeading, makerPath } from "@/features/makers/components/maker-heading";
import { redirectIfRenamed, loadMaker, makerMetadata } from "@/features/makers/api";
import { api, load } from "@/lib/api/server";
import { one } from "@/lib/query";

type Props = PageProps<"/makers/[handle]/collections">;

async function collections(handle: string, cursor?: string) {
  return load((await api()).GET("/api/v1/makers/{handle}/collections", { params: { path: { handle }, query: { cursor } } }));
}

function rows(page: Awaited<ReturnType<typeof collections>>) {
  return page.data.map((collection) => <CollectionRow key={collection.collection_id} collection={collection} />);
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const maker = await loadMaker((await params).handle);
  return makerMetadata(maker, makerPath(maker.handle, "collections"));
}

export default async function MakerCollections({ params, searchParams }: Props) {
  const { handle: asked } = await params;
  const [maker, t, query] = await Promise.all([loadMaker(asked), getTranslations("maker"), searchParams]);
  const path = makerPath(maker.handle, "collections");
  redirectIfRenamed(asked, maker, path);
  const page = await collections(maker.handle, one(query.cursor));

  async function more(cursor: string): Promise<NextPage> {
    "use server";
    const next = await collections(maker.handle, cursor);
    return { items: rows(next), next: next.next_cursor };
  }

  return (
    <>
      <MakerHeading maker={maker} view="collections" />
      <h2 className="sr-only">{t("collections")}</h2>
      {page.data.length > 0 ? (
        <Paged base={path} next={page.next_cursor} load={more}>
          {rows(page)}
        </Paged>
      ) : (
        <div className="pt-8">
        <EmptyState title={t("noCollections")}>{t("noCollectionsText")}</EmptyState>
        </div>
      )}
    </>
  );
}
