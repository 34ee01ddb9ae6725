import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { type NextPage, Paged } from "@/components/paged";
import { EmptyState } from "@/components/ui/empty-state";
import { workflowPath } from "@/features/workflows/paths";
import {
  addressOf,
  loadLabels,
  loadProject,
  loadWorkflowAccess,
  loadVersions,
  loadWorkflow,
} from "@/features/workflows/api";
import { CompareForm } from "@/features/workflows/components/compare-form";
import { VersionRow } from "@/features/workflows/components/version-row";
import { WorkflowHeader } from "@/features/workflows/components/workflow-header";
import { one } from "@/lib/query";
import { Messages } from "@/i18n/provide";

type Props = PageProps<"/projects/[handle]/[slug]/workflows/[workflow]/versions">;

const ROWS = 20;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { handle, slug, workflow } = await params;
  const [found, t] = await Promise.all([loadWorkflow(handle, slug, workflow), getTranslations("workflow_acts.versions")]);
  return {
    title: t("title", { title: found.title }),
    alternates: { canonical: workflowPath(addressOf(found), "versions") },
  };
}

export default async function VersionsPage({ params, searchParams }: Props) {
  const { handle, slug, workflow: name } = await params;
  const cursor = one((await searchParams).cursor);
  const [workflow, project, standing, page, labels, t] = await Promise.all([
    loadWorkflow(handle, slug, name),
    loadProject(handle, slug),
    loadWorkflowAccess(handle, slug, name),
    loadVersions(handle, slug, name, ROWS, cursor),
    loadLabels(handle, slug, name),
    getTranslations("workflow_acts.versions"),
  ]);
  const address = addressOf(workflow);
  const newest = workflow.head_number ?? 0;
  const shared = { address, newest, labels, canEdit: standing.canEdit };

  async function more(next: string): Promise<NextPage> {
    "use server";
    const found = await loadVersions(handle, slug, name, ROWS, next);
    return {
      items: found.data.map((version) => <VersionRow key={version.number} version={version} {...shared} />),
      next: found.next_cursor,
    };
  }

  return (
    <div className="space-y-6">
      <WorkflowHeader workflow={workflow} projectTitle={project.title} standing={standing} section="versions" />
      {page.data.length === 0 && cursor === undefined ? (
        <EmptyState title={t("emptyTitle")}>{t("emptyText")}</EmptyState>
      ) : (
        <section aria-labelledby="versions" className="space-y-4">
          <div className="flex flex-wrap items-end justify-between gap-4">
            <div>
              <h2 id="versions" className="text-xl font-semibold">
                {t("heading")}
              </h2>
              <p className="text-sm text-muted">{t("about")}</p>
            </div>
            {newest > 1 && <CompareForm address={address} versions={page.data} from={undefined} to="latest" />}
          </div>
          <Messages namespaces={standing.canEdit ? ["workflow_acts"] : []}>
            <Paged
              base={workflowPath(address, "versions")}
              next={page.next_cursor}
              load={more}
              className="thread [&>li]:border-0!"
              label={t("heading")}
            >
              {page.data.map((version) => (
                <VersionRow key={version.number} version={version} {...shared} />
              ))}
            </Paged>
          </Messages>
        </section>
      )}
    </div>
  );
}
