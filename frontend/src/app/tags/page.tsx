import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { Link } from "@/components/link";
import { Paged, type NextPage } from "@/components/paged";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHeading } from "@/components/ui/page-heading";
import { Row } from "@/components/ui/rows";
import { api, load } from "@/lib/api/server";
import { localeOf } from "@/lib/display";
import { one, type SearchParams } from "@/lib/query";
import { number } from "@/lib/time";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("tags");
  return { title: t("title"), description: t("lead"), alternates: { canonical: "/tags" } };
}

async function tags(cursor?: string) {
  return load((await api()).GET("/api/v1/tags", { params: { query: { limit: 50, cursor } } }));
}

async function rows(page: Awaited<ReturnType<typeof tags>>) {
  const [t, language] = await Promise.all([getTranslations("tags"), getLocale()]);
  return page.data.map(({ name, projects }) => (
    <Row key={name} className="py-0">
      <Link
        href={`/tags/${encodeURIComponent(name)}`}
        className="flex min-h-12 items-center justify-between gap-4 hover:text-accent-strong"
      >
        <span className="min-w-0 truncate font-medium text-accent">#{name}</span>
        <span className="shrink-0 text-sm text-muted">
          {t("projects", { count: projects, shown: number(projects, localeOf(language, null)) })}
        </span>
      </Link>
    </Row>
  ));
}

export default async function Tags({ searchParams }: { searchParams: SearchParams }) {
  const t = await getTranslations("tags");
  const page = await tags(one((await searchParams).cursor));

  async function more(cursor: string): Promise<NextPage> {
    "use server";
    const next = await tags(cursor);
    return { items: await rows(next), next: next.next_cursor };
  }

  return (
    <>
      <PageHeading title={t("title")}>{t("lead")}</PageHeading>
      {page.data.length > 0 ? (
        <Paged base="/tags" next={page.next_cursor} load={more}>
          {await rows(page)}
        </Paged>
      ) : (
        <EmptyState title={t("emptyTitle")}>{t("emptyText")}</EmptyState>
      )}
    </>
  );
}
