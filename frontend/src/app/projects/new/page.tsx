import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { PageHeading } from "@/components/ui/page-heading";
import { NewProjectForm } from "@/features/projects/components/new-project-form";
import { requireViewer } from "@/features/session/viewer";
import { Messages } from "@/i18n/provide";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("project_form");
  return { title: t("newTitle"), robots: { index: false } };
}

export default async function NewProjectPage() {
  const viewer = await requireViewer();
  const t = await getTranslations("project_form");
  return (
    <div className="mx-auto max-w-2xl">
      <PageHeading title={t("newTitle")}>{t("newText")}</PageHeading>
      <Messages namespaces={["project_form", "markdown"]}>
        <NewProjectForm owner={viewer.handle} />
      </Messages>
    </div>
  );
}
