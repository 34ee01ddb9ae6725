import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { Link } from "@/components/link";
import { Paged, type NextPage } from "@/components/paged";
import { RelativeTime } from "@/components/relative-time";
import { EmptyState } from "@/components/ui/empty-state";
import { MakerRow } from "@/features/makers/components/maker-row";
import { loadProject } from "@/features/projects/api";
import { projectPath } from "@/features/workflows/paths";
import { api, load } from "@/lib/api/server";
import { one } from "@/lib/query";

type Props = PageProps<"/projects/[handle]/[slug]/stargazers">;

async function stargazers(handle: string, slug: string, cursor?: string) {
  const params = { path: { handle, slug }, query: { cursor } };
  return load((await api()).GET("/api/v1/projects/{handle}/{slug}/stargazers", { params }));
}

async function rows(page: Awaited<ReturnType<typeof stargazers>>) {
  const t = await getTranslations("project");
  return page.data.map((maker) => (
    <MakerRow
      key={maker.handle}
      maker={maker}
      note={
        <>
          {t("starredAt")} <RelativeTime iso={maker.since} />
        </>
      }
    />
  ));
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { handle, slug } = await params;
  const [project, t] = await Promise.all([loadProject(handle, slug), getTranslations("project")]);
  return {
    title: t("stargazersTitle", { title: project.title }),
    description: project.tagline || undefined,
    alternates: { canonical: `${projectPath(project)}/stargazers` },
    robots: { index: false },
  };
}

export default async function Stargazers({ params, searchParams }: Props) {
  const { handle, slug } = await params;
  const [project, query, t] = await Promise.all([loadProject(handle, slug), searchParams, getTranslations("project")]);
  const page = await stargazers(project.handle, project.slug, one(query.cursor));
  const path = projectPath(project);

  async function more(cursor: string): Promise<NextPage> {
    "use server";
    const next = await stargazers(handle, slug, cursor);
    return { items: await rows(next), next: next.next_cursor };
  }

  return (
    <>
      <h1 className="mb-4 text-2xl font-semibold">
        {t.rich("stargazersOf", {
          title: project.title,
          project: (chunks) => (
            <Link href={path} className="link">
              {chunks}
            </Link>
          ),
        })}
      </h1>
      <h2 className="sr-only">{t("makers")}</h2>
      {page.data.length > 0 ? (
        <Paged base={`${path}/stargazers`} next={page.next_cursor} load={more}>
          {await rows(page)}
        </Paged>
      ) : (
        <EmptyState title={t("stargazersNone")}>{t("stargazersNoneText")}</EmptyState>
      )}
    </>
  );
}
