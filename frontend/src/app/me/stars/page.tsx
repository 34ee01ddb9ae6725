import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { Paged, type NextPage } from "@/components/paged";
import { RelativeTime } from "@/components/relative-time";
import { ButtonLink } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHeading } from "@/components/ui/page-heading";
import { ProjectRow } from "@/features/projects/components/project-row";
import { requireViewer } from "@/features/session/viewer";
import { StarToggle } from "@/features/stars/components/star-toggle";
import { api, load } from "@/lib/api/server";
import { one, type SearchParams } from "@/lib/query";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("me");
  return { title: t("stars"), robots: { index: false } };
}

async function stars(cursor?: string) {
  return load((await api()).GET("/api/v1/me/stars", { params: { query: { cursor } } }));
}

async function rows(page: Awaited<ReturnType<typeof stars>>) {
  const t = await getTranslations("me");
  return page.data.map((project) => (
    <ProjectRow
      key={project.project_id}
      project={project}
      note={
        <>
          {t("starred")} <RelativeTime iso={project.starred_at} />
        </>
      }
      action={
        <StarToggle
          handle={project.handle}
          slug={project.slug}
          on
          count={project.stars}
          words={{ star: t("star"), failed: t("failed") }}
        />
      }
    />
  ));
}

export default async function MyStarsPage({ searchParams }: { searchParams: SearchParams }) {
  await requireViewer();
  const [query, t] = await Promise.all([searchParams, getTranslations("me")]);
  const page = await stars(one(query.cursor));

  async function more(cursor: string): Promise<NextPage> {
    "use server";
    const next = await stars(cursor);
    return { items: await rows(next), next: next.next_cursor };
  }

  return (
    <>
      <PageHeading title={t("stars")}>{t("starsLead")}</PageHeading>
      {page.data.length > 0 ? (
        <Paged base="/me/stars" next={page.next_cursor} load={more} label={t("stars")} className="border-t border-line">
          {await rows(page)}
        </Paged>
      ) : (
        <EmptyState title={t("noStars")} action={<ButtonLink href="/">{t("look")}</ButtonLink>}>
          {t("noStarsText")}
        </EmptyState>
      )}
    </>
  );
}
