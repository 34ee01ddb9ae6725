import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { Paged, type NextPage } from "@/components/paged";
import { ButtonLink } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { TabLinks } from "@/components/ui/tab-links";
import { ProjectRow } from "@/features/projects/components/project-row";
import { api, load } from "@/lib/api/server";
import { one, oneOf, withQuery, type SearchParams } from "@/lib/query";

const SORTS = ["hot", "new", "top"] as const;
const WINDOWS = ["day", "week", "month", "year", "all"] as const;

type Choice = { sort: (typeof SORTS)[number]; window?: (typeof WINDOWS)[number] };

function chosen(query: Record<string, string | string[] | undefined>): Choice {
  const sort = oneOf(SORTS, query.sort) ?? "hot";
  return sort === "top" ? { sort, window: oneOf(WINDOWS, query.window) ?? "week" } : { sort };
}

function address({ sort, window }: Choice): string {
  return withQuery("/", { sort: sort === "hot" ? undefined : sort, window });
}

async function projects(choice: Choice, cursor?: string) {
  return load((await api()).GET("/api/v1/projects", { params: { query: { ...choice, cursor } } }));
}

function rows(page: Awaited<ReturnType<typeof projects>>) {
  return page.data.map((project) => <ProjectRow key={project.project_id} project={project} />);
}

export async function generateMetadata({ searchParams }: { searchParams: SearchParams }): Promise<Metadata> {
  return { alternates: { canonical: address(chosen(await searchParams)) } };
}

export default async function FrontPage({ searchParams }: { searchParams: SearchParams }) {
  const [query, t] = await Promise.all([searchParams, getTranslations("home")]);
  const choice = chosen(query);
  const page = await projects(choice, one(query.cursor));

  async function more(cursor: string): Promise<NextPage> {
    "use server";
    const next = await projects(choice, cursor);
    return { items: rows(next), next: next.next_cursor };
  }

  return (
    <>
      <h1 className="mb-5 max-w-prose text-xl font-medium text-pretty sm:text-2xl">{t("lead")}</h1>
      <TabLinks
        label={t("sort")}
        items={SORTS.map((sort) => ({
          href: address(sort === "top" ? { sort, window: "week" } : { sort }),
          label: t(sort),
          current: sort === choice.sort,
        }))}
      />
      {choice.sort === "top" ? (
        <TabLinks
          label={t("window")}
          items={WINDOWS.map((window) => ({
            href: address({ sort: "top", window }),
            label: t(window),
            current: window === choice.window,
          }))}
        />
      ) : null}
      <h2 className="sr-only">{t("title")}</h2>
      {page.data.length > 0 ? (
        <Paged base={address(choice)} next={page.next_cursor} load={more}>
          {rows(page)}
        </Paged>
      ) : (
        <div className="pt-8">
          <EmptyState
            title={t("emptyTitle")}
            action={
              <ButtonLink href="/projects/new" look="primary">
                {t("newProject")}
              </ButtonLink>
            }
          >
            {choice.sort === "top" ? t("emptyTop") : t("emptyText")}
          </EmptyState>
        </div>
      )}
    </>
  );
}
