import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { PageHeading } from "@/components/ui/page-heading";
import { FollowButton } from "@/features/follows/components/follow-button";
import { FeedLink } from "@/features/projects/components/feed-link";
import { ProjectList } from "@/features/projects/components/project-list";
import { listOrderOf } from "@/features/projects/list-order";
import { api, load } from "@/lib/api/server";
import { localeOf } from "@/lib/display";
import { number } from "@/lib/time";

type Props = PageProps<"/tags/[name]">;

async function tag(params: Props["params"]) {
  const name = decodeURIComponent((await params).name);
  return load((await api()).GET("/api/v1/tags/{name}", { params: { path: { name } } }));
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const [{ name }, t] = await Promise.all([tag(params), getTranslations("tags")]);
  const path = `/tags/${encodeURIComponent(name)}`;
  const description = t("of", { name });
  return {
    title: `#${name}`,
    description,
    alternates: { canonical: path, types: { "application/atom+xml": `/api/v1${path}/feed.atom` } },
    openGraph: { title: `#${name}`, description, url: path },
  };
}

export default async function TagPage({ params, searchParams }: Props) {
  const [{ name, projects }, t, language, query] = await Promise.all([
    tag(params),
    getTranslations("tags"),
    getLocale(),
    searchParams,
  ]);
  const path = `/tags/${encodeURIComponent(name)}`;
  return (
    <>
      <PageHeading
        title={`#${name}`}
        actions={
          <>
            <FollowButton subject={{ kind: "tag", name }} name={`#${name}`} />
            <FeedLink href={`/api/v1${path}/feed.atom`} name={`#${name}`} />
          </>
        }
      >
        {t("projects", { count: projects, shown: number(projects, localeOf(language, null)) })}
      </PageHeading>
      <ProjectList path={path} choice={listOrderOf(query)} filter={{ tag: name }} cursor={query.cursor} />
    </>
  );
}
