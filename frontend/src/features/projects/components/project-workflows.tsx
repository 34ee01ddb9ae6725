import { Plus } from "lucide-react";
import { getTranslations } from "next-intl/server";
import { type NextPage, Paged } from "@/components/paged";
import { ButtonLink } from "@/components/ui/button";
import { projectPath } from "@/features/workflows/paths";
import { loadWorkflows, type ListedWorkflow, type Project } from "../api";
import { WorkflowRow } from "./workflow-row";

function rows(listed: readonly ListedWorkflow[]) {
  return listed.map((each) => <WorkflowRow key={each.workflow.workflow_id} listed={each} />);
}

export async function ProjectWorkflows({
  project,
  first,
  canAdd,
}: {
  project: Project;
  first: { data: ListedWorkflow[]; next: string | null };
  canAdd: boolean;
}) {
  const t = await getTranslations("project");
  const { handle, slug } = project;
  const path = projectPath(project);

  async function more(cursor: string): Promise<NextPage> {
    "use server";
    const page = await loadWorkflows(handle, slug, cursor);
    return { items: rows(page.data), next: page.next };
  }

  return (
    <section aria-labelledby="workflows">
      <div className="mb-3 flex flex-wrap items-center justify-between gap-3">
        <h2 id="workflows" className="text-xl font-semibold">
          {t("workflows")}
        </h2>
        {canAdd ? (
          <ButtonLink href={`${path}/workflows/new`} size="small">
            <Plus aria-hidden="true" />
            {t("newWorkflow")}
          </ButtonLink>
        ) : null}
      </div>
      {first.data.length === 0 ? (
        <p className="text-muted">{canAdd ? t("noWorkflowsOwn") : t("noWorkflows")}</p>
      ) : (
        <Paged
          base={`${path}?list=workflows`}
          next={first.next}
          load={more}
          label={t("workflows")}
          className="thread [&>li]:border-0!"
        >
          {rows(first.data)}
        </Paged>
      )}
    </section>
  );
}
