import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { ButtonLink } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { Editor } from "@/features/editor/components/editor";
import { requireViewer } from "@/features/session/viewer";
import { workflowPath } from "@/features/workflows/paths";
import { addressOf, findVersion, loadProject, loadWorkflowAccess, loadWorkflow } from "@/features/workflows/api";
import { DeleteWorkflow } from "@/features/workflows/components/delete-workflow";
import { WorkflowHeader } from "@/features/workflows/components/workflow-header";
import { Messages } from "@/i18n/provide";
import { api, load } from "@/lib/api/server";

type Props = PageProps<"/projects/[handle]/[slug]/workflows/[workflow]/edit">;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { handle, slug, workflow } = await params;
  await requireViewer();
  const [found, t] = await Promise.all([loadWorkflow(handle, slug, workflow), getTranslations("editor")]);
  return { title: t("pageTitle", { title: found.title }), robots: { index: false } };
}

export default async function EditPage({ params, searchParams }: Props) {
  const { handle, slug, workflow: name } = await params;
  const { from } = await searchParams;
  const viewer = await requireViewer();
  const client = await api();
  const path = { handle, slug, workflow: name };
  const [workflow, project, standing, draft, head, restore, t] = await Promise.all([
    loadWorkflow(handle, slug, name),
    loadProject(handle, slug),
    loadWorkflowAccess(handle, slug, name),
    load(client.GET("/api/v1/projects/{handle}/{slug}/workflows/{workflow}/draft", { params: { path } })),
    findVersion(handle, slug, name, "latest"),
    typeof from === "string" && /^[1-9]\d{0,8}$/.test(from) ? findVersion(handle, slug, name, from) : null,
    getTranslations("editor"),
  ]);
  const address = addressOf(workflow);
  const readOnly = project.status === "archived" || project.status === "removed";

  return (
    <div className="space-y-6">
      <WorkflowHeader workflow={workflow} projectTitle={project.title} standing={standing} section="edit" />
      {readOnly || !standing.canEdit ? (
        <EmptyState
          title={readOnly ? t("readOnly.archived") : t("readOnly.viewer")}
          action={<ButtonLink href={workflowPath(address)}>{t("readOnly.back")}</ButtonLink>}
        >
          {readOnly ? t("readOnly.archivedText") : t("readOnly.viewerText")}
        </EmptyState>
      ) : (
        <Messages namespaces={["editor", "workflow_delete"]}>
          <Editor
            key={workflow.workflow_id}
            place={address}
            maker={viewer.id}
            makerHandle={viewer.handle}
            draft={draft}
            details={{ title: workflow.title, summary: workflow.summary, version: workflow.version }}
            head={head && { number: head.number, content: head.content }}
            restore={restore && { number: restore.number, content: restore.content }}
          />
          {viewer.handle === workflow.handle ? (
            <div className="border-t border-line pt-6">
              <DeleteWorkflow address={address} title={workflow.title} />
            </div>
          ) : null}
        </Messages>
      )}
    </div>
  );
}
