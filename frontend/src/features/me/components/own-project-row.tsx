import { getTranslations } from "next-intl/server";
import { RelativeTime } from "@/components/relative-time";
import { Badge } from "@/components/ui/badge";
import { ProjectRow } from "@/features/projects/components/project-row";
import type { components } from "@/lib/api/schema";
import { RestoreButton } from "./restore-button";

/** How long a deleted project can be restored. */
const RESTORABLE = 30 * 24 * 60 * 60 * 1_000;

/** A project of the viewer with their role; a deleted one with a restore button. */
export async function OwnProjectRow({ project }: { project: components["schemas"]["OwnProject"] }) {
  const t = await getTranslations("me");
  const { handle, slug, title, role, deleted_at } = project;
  const until = deleted_at === null ? null : new Date(Date.parse(deleted_at) + RESTORABLE).toISOString();
  return (
    <ProjectRow
      project={project}
      note={
        until !== null && deleted_at !== null ? (
          <>
            <Badge look="danger">{t("deleted")}</Badge> <RelativeTime iso={deleted_at} />. {t("until")} <RelativeTime iso={until} />.
          </>
        ) : role === "owner" ? undefined : (
          t(`role.${role}`)
        )
      }
      action={
        until === null ? undefined : (
          <RestoreButton
            handle={handle}
            slug={slug}
            words={{ restore: t("restore"), label: t("restoreNamed", { title }), restored: t("restored", { title }), failed: t("restoreFailed") }}
          />
        )
      }
    />
  );
}
