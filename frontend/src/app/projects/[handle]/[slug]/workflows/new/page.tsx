import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { Link } from "@/components/link";
import { ButtonLink } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { requireViewer } from "@/features/session/viewer";
import { projectPath } from "@/features/workflows/paths";
import { canAddWorkflows, loadProject } from "@/features/workflows/api";
import { NewWorkflowForm } from "@/features/workflows/components/new-workflow-form";
import { Messages } from "@/i18n/provide";

type Props = PageProps<"/projects/[handle]/[slug]/workflows/new">;

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("workflow_acts.new");
  return { title: t("title"), robots: { index: false } };
}

export default async function NewWorkflowPage({ params }: Props) {
  const { handle, slug } = await params;
  const viewer = await requireViewer();
  const [project, t] = await Promise.all([loadProject(handle, slug), getTranslations("workflow_acts.new")]);
  const path = projectPath(project);
  const isAllowed = await canAddWorkflows(project, viewer.handle);

  return (
    <div className="mx-auto max-w-2xl space-y-6">
      <header>
        <h1 className="text-2xl font-semibold sm:text-3xl">{t("heading")}</h1>
        <p className="text-muted">
          {t.rich("in", {
            title: project.title,
            project: (chunks) => (
              <Link href={path} className="link">
                {chunks}
              </Link>
            ),
          })}
        </p>
      </header>
      {isAllowed ? (
        <Messages namespaces={["workflow_acts"]}>
          <NewWorkflowForm handle={project.handle} slug={project.slug} />
        </Messages>
      ) : (
        <EmptyState title={t("notYours")} action={<ButtonLink href={path}>{project.title}</ButtonLink>} />
      )}
    </div>
  );
}
