import { Plus } from "lucide-react";
import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { Paged, type NextPage } from "@/components/paged";
import { ButtonLink } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHeading } from "@/components/ui/page-heading";
import { TabLinks } from "@/components/ui/tab-links";
import { OwnProjectRow } from "@/features/me/components/own-project-row";
import { requireViewer } from "@/features/session/viewer";
import { api, load } from "@/lib/api/server";
import { one, oneOf, withQuery, type SearchParams } from "@/lib/query";

const STATUSES = ["draft", "published", "archived", "deleted"] as const;
type Status = (typeof STATUSES)[number];

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("me");
  return { title: t("projects"), robots: { index: false } };
}

async function projects(status: Status | undefined, cursor?: string) {
  return load((await api()).GET("/api/v1/me/projects", { params: { query: { status, cursor } } }));
}

function rows(page: Awaited<ReturnType<typeof projects>>) {
  return page.data.map((project) => <OwnProjectRow key={project.project_id} project={project} />);
}

export default async function MyProjectsPage({ searchParams }: { searchParams: SearchParams }) {
  await requireViewer();
  const [query, t] = await Promise.all([searchParams, getTranslations("me")]);
  const status = oneOf(STATUSES, query.status);
  const page = await projects(status, one(query.cursor));

  async function more(cursor: string): Promise<NextPage> {
    "use server";
    const next = await projects(status, cursor);
    return { items: rows(next), next: next.next_cursor };
  }

  const make = (
    <ButtonLink href="/projects/new" look="primary">
      <Plus aria-hidden="true" />
      {t("newProject")}
    </ButtonLink>
  );
  return (
    <>
      <PageHeading title={t("projects")} actions={page.data.length > 0 || status !== undefined ? make : undefined}>
        {t("projectsLead")}
      </PageHeading>
      <TabLinks
        label={t("statuses")}
        items={[undefined, ...STATUSES].map((each) => ({
          href: withQuery("/me", { status: each }),
          label: each === undefined ? t("all") : t(`status.${each}`),
          current: each === status,
        }))}
      />
      {page.data.length > 0 ? (
        <Paged base={withQuery("/me", { status })} next={page.next_cursor} load={more} label={t("projects")}>
          {rows(page)}
        </Paged>
      ) : (
        <div className="pt-8">
          {status === undefined ? (
            <EmptyState title={t("noProjects")} action={make}>
              {t("noProjectsText")}
            </EmptyState>
          ) : (
            <EmptyState title={t(`none.${status}`)}>{status === "deleted" ? t("deletedText") : null}</EmptyState>
          )}
        </div>
      )}
    </>
  );
}
