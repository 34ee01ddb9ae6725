"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { TypedConfirmation } from "@/components/typed-confirmation";
import { projectPath } from "@/features/workflows/paths";
import { browserApi, problemMessage } from "@/lib/api/browser";
import { toast } from "@/lib/toast";

/**
 * Delete the project after its slug was typed. The maker can undo it at once, or within 30 days from the list of
 * projects.
 */
export function DeleteDialog({
  project: { handle, slug, title },
  onClose,
}: {
  project: { handle: string; slug: string; title: string };
  onClose: () => void;
}) {
  const t = useTranslations("project_acts");
  const errors = useTranslations("errors");
  const router = useRouter();

  async function restore() {
    try {
      await browserApi.POST("/api/v1/projects/{handle}/{slug}/restore", { params: { path: { handle, slug } } });
      location.assign(projectPath({ handle, slug }));
    } catch (error) {
      toast(problemMessage(error, errors), { look: "danger", action: { label: t("restore"), act: () => void restore() } });
    }
  }

  async function act() {
    await browserApi.DELETE("/api/v1/projects/{handle}/{slug}", { params: { path: { handle, slug } } });
    toast(t("deleted", { title }), { action: { label: t("restore"), act: () => void restore(), page: "/me" } });
    router.push("/me");
  }

  return (
    <TypedConfirmation
      slug={slug}
      words={{
        title: t("deleteTitle", { title }),
        confirm: t("deleteConfirm", { slug }),
        wrong: t("deleteWrong", { slug }),
        act: t("deleteDo"),
        acting: t("deleting"),
      }}
      act={act}
      onClose={onClose}
    >
      {t("deleteText")}
    </TypedConfirmation>
  );
}
