import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { Paged, type NextPage } from "@/components/paged";
import { SearchBox } from "@/components/layout/search-box";
import { ButtonLink } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHeading } from "@/components/ui/page-heading";
import { TabLinks } from "@/components/ui/tab-links";
import { HitRow } from "@/features/search/components/hit-row";
import { api, load } from "@/lib/api/server";
import type { components } from "@/lib/api/schema";
import { one, oneOf, type SearchParams, withQuery } from "@/lib/query";

const TYPES = ["all", "projects", "workflows", "makers", "tools"] as const;
type Type = (typeof TYPES)[number];

/** The API ignores the rest of a longer query. */
const LONGEST = 200;

export async function generateMetadata({ searchParams }: { searchParams: SearchParams }): Promise<Metadata> {
  const [t, query] = await Promise.all([getTranslations("search"), searchParams]);
  const q = one(query.q)?.trim();
  // Search results must not be indexed.
  return { title: q === undefined ? t("title") : t("of", { q }), robots: { index: false } };
}

async function search(q: string, type: Type, cursor?: string) {
  return load((await api()).GET("/api/v1/search", { params: { query: { q: q.slice(0, LONGEST), type, cursor } } }));
}

function rows(hits: readonly components["schemas"]["Hit"][]) {
  return hits.map((hit) => {
    const id = hit.project?.project_id ?? hit.workflow?.workflow_id ?? hit.maker?.handle ?? hit.tool?.tool_id;
    return <HitRow key={`${hit.type} ${id}`} hit={hit} />;
  });
}

export default async function SearchPage({ searchParams }: { searchParams: SearchParams }) {
  const [t, query] = await Promise.all([getTranslations("search"), searchParams]);
  const q = one(query.q)?.trim() ?? "";
  const type = oneOf(TYPES, query.type) ?? "all";
  const address = (chosen: Type) => withQuery("/search", { q, type: chosen === "all" ? undefined : chosen });
  if (q === "") {
    return (
      <>
        <PageHeading title={t("title")}>{t("start")}</PageHeading>
        <div className="max-w-xl">
          <SearchBox hint={t("label")} />
        </div>
      </>
    );
  }
  const found = await search(q, type, one(query.cursor));

  async function more(cursor: string): Promise<NextPage> {
    "use server";
    const next = await search(q, type, cursor);
    return { items: rows(next.data), next: next.next_cursor };
  }

  return (
    <>
      <h1 className="mb-4 text-2xl font-semibold break-words">{t("of", { q })}</h1>
      <TabLinks
        label={t("types")}
        items={TYPES.map((each) => ({ href: address(each), label: t(each), current: each === type }))}
      />
      {found.corrected === null ? null : (
        <p className="pt-4 text-muted" role="status">
          {t.rich("corrected", { words: found.corrected, q: (words) => <strong className="font-medium text-ink">{words}</strong> })}
        </p>
      )}
      {found.data.length > 0 ? (
        <>
          <h2 className="sr-only">{t(type)}</h2>
          <Paged base={address(type)} next={found.next_cursor} load={more}>
            {rows(found.data)}
          </Paged>
        </>
      ) : (
        <div className="pt-8">
          <EmptyState title={t("emptyTitle")} action={<ButtonLink href="/tags">{t("browse")}</ButtonLink>}>
            {t("emptyText")}
          </EmptyState>
        </div>
      )}
    </>
  );
}
