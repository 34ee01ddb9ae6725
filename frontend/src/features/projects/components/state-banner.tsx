import { getTranslations } from "next-intl/server";
import { RelativeTime } from "@/components/relative-time";
import { Alert } from "@/components/ui/alert";
import { ButtonLink } from "@/components/ui/button";
import { projectPath } from "@/features/workflows/paths";
import { Messages } from "@/i18n/provide";
import { loadRemoval, type Project, type Role } from "../api";
import { PublishButton } from "./publish-button";

/** Notice about a project's state, with the next step. */
export async function StateBanner({ project, role, workflows }: { project: Project; role: Role | null; workflows: number }) {
  const t = await getTranslations("project");
  const reasons = await getTranslations("reports");
  const { handle, slug, status, visibility } = project;
  if (status === "removed") {
    const removal = role === null ? null : await loadRemoval(handle, slug);
    return (
      <Alert look="danger" title={t("removed")}>
        {removal === null ? (
          t("removedText")
        ) : (
          <>
            <p>
              {t("removedReason", { reason: reasons(`reasons.${removal.reason}`) })} <RelativeTime iso={removal.removed_at} />
            </p>
            {removal.note === "" ? null : <p className="mt-1 whitespace-pre-line">{removal.note}</p>}
            <p className="mt-1 text-muted">{t("removedText")}</p>
          </>
        )}
      </Alert>
    );
  }
  if (status === "archived") return <Alert title={t("archived")}>{t("archivedText")}</Alert>;
  if (status === "draft") {
    const isOwner = role === "owner";
    const canWrite = isOwner || role === "editor";
    return (
      <Alert
        title={t("draft")}
        action={
          canWrite ? (
            <div className="flex flex-wrap gap-2">
              {isOwner ? (
                <Messages namespaces={["project_acts"]}>
                  <PublishButton handle={handle} slug={slug} />
                </Messages>
              ) : null}
              {workflows === 0 ? (
                <ButtonLink href={`${projectPath(project)}/workflows/new`}>{t("addWorkflow")}</ButtonLink>
              ) : null}
            </div>
          ) : undefined
        }
      >
        {isOwner ? (workflows === 0 ? t("draftNext") : t("draftReady")) : t("draftMember")}
      </Alert>
    );
  }
  if (visibility === "private") return <Alert title={t("private")}>{t("privateText")}</Alert>;
  if (visibility === "unlisted") return <Alert title={t("unlisted")}>{t("unlistedText")}</Alert>;
  return null;
}
