import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { NewsList } from "@/features/feed/components/news-list";
import { TopicsAside } from "@/features/feed/components/topics-aside";
import { listOrderOf, listPath } from "@/features/projects/list-order";
import { ProjectList, SortTabs } from "@/features/projects/components/project-list";
import { getViewer, requireViewer } from "@/features/session/viewer";
import { one, type SearchParams } from "@/lib/query";

const FOLLOWING = "/?sort=following";

export async function generateMetadata({ searchParams }: { searchParams: SearchParams }): Promise<Metadata> {
  return {
    alternates: {
      canonical: listPath("/", listOrderOf(await searchParams)),
      types: { "application/atom+xml": "/api/v1/projects/feed.atom" },
    },
  };
}

/** Projects for everyone, and news for makers who are logged in. */
export default async function FrontPage({ searchParams }: { searchParams: SearchParams }) {
  const [query, t, viewer] = await Promise.all([searchParams, getTranslations("home"), getViewer()]);
  const following = one(query.sort) === "following";
  if (following) await requireViewer();
  const tabs = viewer === null ? [] : [{ href: FOLLOWING, label: t("following"), current: following }];
  return (
    <>
      <h1 className="mb-5 max-w-prose text-xl font-medium text-pretty sm:text-2xl">{t("lead")}</h1>
      <div className="gap-x-10 lg:grid lg:grid-cols-[minmax(0,1fr)_13rem]">
        <div className="min-w-0">
          {following ? (
            <>
              <SortTabs path="/" choice={null} more={tabs} />
              <NewsList base={FOLLOWING} cursor={one(query.cursor)} />
            </>
          ) : (
            <ProjectList path="/" choice={{ ...listOrderOf(query), license: one(query.license) }} cursor={query.cursor} more={tabs} />
          )}
        </div>
        <TopicsAside />
      </div>
    </>
  );
}
