import { Plus } from "lucide-react";
import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { Paged, type NextPage } from "@/components/paged";
import { ButtonLink } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHeading } from "@/components/ui/page-heading";
import { CollectionRow } from "@/features/collections/components/collection-row";
import { requireViewer } from "@/features/session/viewer";
import { api, load } from "@/lib/api/server";
import { one, type SearchParams } from "@/lib/query";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("collections");
  return { title: t("mine"), robots: { index: false } };
}

async function collections(cursor?: string) {
  return load((await api()).GET("/api/v1/me/collections", { params: { query: { cursor } } }));
}

function rows(page: Awaited<ReturnType<typeof collections>>) {
  return page.data.map((collection) => <CollectionRow key={collection.collection_id} collection={collection} />);
}

export default async function MyCollectionsPage({ searchParams }: { searchParams: SearchParams }) {
  await requireViewer();
  const [query, t] = await Promise.all([searchParams, getTranslations("collections")]);
  const page = await collections(one(query.cursor));

  async function more(cursor: string): Promise<NextPage> {
    "use server";
    const next = await collections(cursor);
    return { items: rows(next), next: next.next_cursor };
  }

  const make = (
    <ButtonLink href="/collections/new" look="primary">
      <Plus aria-hidden="true" />
      {t("new")}
    </ButtonLink>
  );
  return (
    <>
      <PageHeading title={t("mine")} actions={page.data.length > 0 ? make : undefined}>
        {t("mineLead")}
      </PageHeading>
      <h2 className="sr-only">{t("mine")}</h2>
      {page.data.length > 0 ? (
        <Paged base="/me/collections" next={page.next_cursor} load={more} className="border-t border-line">
          {rows(page)}
        </Paged>
      ) : (
        <EmptyState title={t("none")} action={make}>
          {t("noneText")}
        </EmptyState>
      )}
    </>
  );
}
