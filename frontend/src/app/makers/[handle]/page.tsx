import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { Paged, type NextPage } from "@/components/paged";
import { ButtonLink } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { MakerHeading, makerPath } from "@/features/makers/components/maker-heading";
import { redirectIfRenamed, loadMaker, makerMetadata } from "@/features/makers/api";
import { ProjectRow } from "@/features/projects/components/project-row";
import { getViewerOrNobody } from "@/features/session/viewer";
import { api, load } from "@/lib/api/server";
import { one } from "@/lib/query";

type Props = PageProps<"/makers/[handle]">;

async function projects(handle: string, cursor?: string) {
  return load((await api()).GET("/api/v1/makers/{handle}/projects", { params: { path: { handle }, query: { cursor } } }));
}

function rows(page: Awaited<ReturnType<typeof projects>>) {
  return page.data.map((project) => <ProjectRow key={project.project_id} project={project} />);
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const maker = await loadMaker((await params).handle);
  return makerMetadata(maker, makerPath(maker.handle));
}

export default async function MakerProjects({ params, searchParams }: Props) {
  const { handle: asked } = await params;
  const [maker, t, query, viewer] = await Promise.all([
    loadMaker(asked),
    getTranslations("maker"),
    searchParams,
    getViewerOrNobody(),
  ]);
  const own = viewer?.handle === maker.handle;
  const path = makerPath(maker.handle);
  redirectIfRenamed(asked, maker, path);
  const page = await projects(maker.handle, one(query.cursor));

  async function more(cursor: string): Promise<NextPage> {
    "use server";
    const next = await projects(maker.handle, cursor);
    return { items: rows(next), next: next.next_cursor };
  }

  return (
    <>
      <MakerHeading maker={maker} view="projects" />
      <h2 className="sr-only">{t("projects")}</h2>
      {page.data.length > 0 ? (
        <Paged base={path} next={page.next_cursor} load={more}>
          {rows(page)}
        </Paged>
      ) : (
        <div className="pt-8">
        <EmptyState
          title={t("noProjects")}
          action={own ? <ButtonLink href="/projects/new" look="primary">{t("newProject")}</ButtonLink> : undefined}
        >
          {own ? t("noProjectsOwn") : t("noProjectsText", { name: maker.display_name })}
        </EmptyState>
        </div>
      )}
    </>
  );
}
