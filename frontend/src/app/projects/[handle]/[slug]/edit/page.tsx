import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { ButtonLink } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHeading } from "@/components/ui/page-heading";
import { EditProjectForm } from "@/features/projects/components/edit-project-form";
import { valuesOf } from "@/features/projects/form";
import { loadForEditing, loadMembership } from "@/features/projects/api";
import { requireViewer } from "@/features/session/viewer";
import { projectPath } from "@/features/workflows/paths";
import { Messages } from "@/i18n/provide";

type Props = PageProps<"/projects/[handle]/[slug]/edit">;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { handle, slug } = await params;
  const [{ project }, t] = await Promise.all([loadForEditing(handle, slug), getTranslations("project_form")]);
  return { title: t("editTitle", { title: project.title }), robots: { index: false } };
}

export default async function EditProjectPage({ params }: Props) {
  await requireViewer();
  const { handle, slug } = await params;
  const [{ project, etag }, t] = await Promise.all([loadForEditing(handle, slug), getTranslations("project_form")]);
  const { role } = await loadMembership(project.handle, project.slug);
  const canEdit = (role === "owner" || role === "editor") && (project.status === "draft" || project.status === "published");
  return (
    <div className="mx-auto max-w-2xl">
      <PageHeading title={t("editTitle", { title: project.title })} />
      {canEdit ? (
        <Messages namespaces={["project_form", "markdown"]}>
          <EditProjectForm
            key={project.project_id}
            id={project.project_id}
            handle={project.handle}
            slug={project.slug}
            initial={valuesOf(project)}
            etag={etag}
            isOwner={role === "owner"}
          />
        </Messages>
      ) : (
        <EmptyState
          title={t(role === null || role === "viewer" ? "notYours" : "readOnly")}
          action={<ButtonLink href={projectPath(project)}>{project.title}</ButtonLink>}
        />
      )}
    </div>
  );
}
