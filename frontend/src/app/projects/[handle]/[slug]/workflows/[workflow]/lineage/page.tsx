import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { Alert } from "@/components/ui/alert";
import { EmptyState } from "@/components/ui/empty-state";
import { versionPath, workflowPath } from "@/features/workflows/paths";
import { addressOf, loadLineage, loadProject, loadWorkflowAccess, loadWorkflow } from "@/features/workflows/api";
import { LineageTree } from "@/features/workflows/components/lineage-tree";
import { RemixAction } from "@/features/workflows/components/remix-action";
import { WorkflowHeader } from "@/features/workflows/components/workflow-header";
import { lineageTree } from "@/features/workflows/lineage";

type Props = PageProps<"/projects/[handle]/[slug]/workflows/[workflow]/lineage">;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { handle, slug, workflow } = await params;
  const [found, t] = await Promise.all([loadWorkflow(handle, slug, workflow), getTranslations("workflows.lineage")]);
  return {
    title: t("title", { title: found.title }),
    alternates: { canonical: workflowPath(addressOf(found), "lineage") },
  };
}

export default async function LineagePage({ params }: Props) {
  const { handle, slug, workflow: name } = await params;
  const [workflow, lineage, project, standing, t] = await Promise.all([
    loadWorkflow(handle, slug, name),
    loadLineage(handle, slug, name),
    loadProject(handle, slug),
    loadWorkflowAccess(handle, slug, name),
    getTranslations("workflows.lineage"),
  ]);
  const address = addressOf(workflow);
  const isAlone = lineage.nodes.length < 2;
  const remix = workflow.head_number !== null && (
    <RemixAction
      address={address}
      version={workflow.head_number}
      title={workflow.title}
      here={versionPath(address, "latest")}
    />
  );
  return (
    <div className="space-y-6">
      <WorkflowHeader
        workflow={workflow}
        projectTitle={project.title}
        standing={standing}
        section="lineage"
        actions={!isAlone && remix}
      />
      {isAlone ? (
        <EmptyState title={t("alone")} action={remix}>
          {t("aloneText")}
        </EmptyState>
      ) : (
        <section className="space-y-4" aria-labelledby="family">
          <h2 id="family" className="text-lg font-semibold">
            {t("heading")}
          </h2>
          <LineageTree roots={lineageTree(lineage)} here={{ address, version: workflow.head_number }} />
          {!lineage.is_complete && <Alert>{t("incomplete")}</Alert>}
        </section>
      )}
    </div>
  );
}
