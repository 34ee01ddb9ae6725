import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { ButtonLink } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { stepCommentsPath } from "@/features/comments/paths";
import { versionPath, workflowPath } from "@/features/workflows/paths";
import {
  addressOf,
  loadProject,
  loadWorkflowAccess,
  loadToolNames,
  loadVersion,
  loadVersions,
  loadWorkflow,
} from "@/features/workflows/api";
import { DownloadMenu } from "@/features/workflows/components/download-menu";
import { RemixAction } from "@/features/workflows/components/remix-action";
import { Runner } from "@/features/workflows/components/runner";
import { VersionNote, VersionPicker } from "@/features/workflows/components/version-picker";
import { WorkflowHeader } from "@/features/workflows/components/workflow-header";
import { one } from "@/lib/query";
import { Messages } from "@/i18n/provide";

type Props = PageProps<"/projects/[handle]/[slug]/workflows/[workflow]">;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { handle, slug, workflow } = await params;
  const found = await loadWorkflow(handle, slug, workflow);
  const canonical = workflowPath(addressOf(found));
  const description = found.summary || undefined;
  return {
    title: found.title,
    description,
    alternates: { canonical },
    openGraph: { title: found.title, description, url: canonical, type: "article" },
  };
}

export default async function WorkflowPage({ params, searchParams }: Props) {
  const { handle, slug, workflow: name } = await params;
  const asked = one((await searchParams).version) ?? "latest";
  const [workflow, version, versions, project, standing, t] = await Promise.all([
    loadWorkflow(handle, slug, name),
    loadVersion(handle, slug, name, asked),
    loadVersions(handle, slug, name, 10),
    loadProject(handle, slug),
    loadWorkflowAccess(handle, slug, name),
    getTranslations("workflows.page"),
  ]);
  const address = addressOf(workflow);
  if (version === null && workflow.head_number !== null) notFound();
  const newest = workflow.head_number ?? 0;
  const tools = version === null ? {} : await loadToolNames(version.content.steps.map((step) => step.tool));

  return (
    <div className="space-y-6">
      <WorkflowHeader
        workflow={workflow}
        projectTitle={project.title}
        standing={standing}
        section="use"
        actions={
          version && (
            <>
              <RemixAction
                address={address}
                version={version.number}
                title={workflow.title}
                here={versionPath(address, asked)}
              />
              <DownloadMenu address={address} version={version.number} />
            </>
          )
        }
      />
      {version === null ? (
        <EmptyState
          title={t("noVersion")}
          action={
            standing.canEdit && (
              <ButtonLink look="primary" href={workflowPath(address, "edit")}>
                {t("goOnWriting")}
              </ButtonLink>
            )
          }
        >
          {t("noVersionText")}
        </EmptyState>
      ) : (
        <>
          <div className="flex flex-wrap items-start gap-x-6 gap-y-3">
            <VersionPicker address={address} version={version} versions={versions.data} newest={newest} />
            <div className="min-w-0 flex-1 basis-64">
              <VersionNote address={address} version={version} newest={newest} />
            </div>
          </div>
          <Messages namespaces={["workflow_run"]}>
            <Runner
              workflowId={workflow.workflow_id}
              about={Object.fromEntries(
                version.content.steps.map(({ key }) => [
                  key,
                  stepCommentsPath({ handle: workflow.handle, slug: workflow.project }, workflow.slug, key, version.number),
                ]),
              )}
              content={version.content}
              tools={tools}
            />
          </Messages>
        </>
      )}
    </div>
  );
}
