import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { Link } from "@/components/link";
import { RelativeTime } from "@/components/relative-time";
import { Alert } from "@/components/ui/alert";
import { Badge } from "@/components/ui/badge";
import { EmptyState } from "@/components/ui/empty-state";
import { adminMakerPath, adminProjectPath } from "@/features/admin/paths";
import { AdminHeading } from "@/features/admin/components/admin-heading";
import { RemoveButton, RestoreButton } from "@/features/admin/components/removal-actions";
import { SnapshotFields } from "@/features/admin/components/snapshot-fields";
import { StandingBadge } from "@/features/admin/components/standing-badge";
import { requireAdmin } from "@/features/admin/require-admin";
import { loadAnyProject, loadAnyWorkflow } from "@/features/admin/api";
import { snapshotFields } from "@/features/admin/snapshot";
import { Messages } from "@/i18n/provide";
import { one } from "@/lib/query";

type Props = PageProps<"/admin/projects/[handle]/[slug]">;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { handle, slug } = await params;
  return { title: `${handle}/${slug}`, robots: { index: false }, alternates: { canonical: adminProjectPath(handle, slug) } };
}

/** Admin view of a project in any state. Reading a project that is not public is recorded in the audit log. */
export default async function AdminProjectPage({ params, searchParams }: Props) {
  const viewer = await requireAdmin();
  const [{ handle, slug }, query] = await Promise.all([params, searchParams]);
  const found = await loadAnyProject(handle, slug);
  const [t, words] = await Promise.all([getTranslations("admin"), getTranslations("moderation")]);
  const { project, removal, status_before_removal, deleted_at, workflows } = found;
  const out = (project.status === "published" || project.status === "archived") && project.visibility !== "private" && deleted_at === null;
  const chosen = workflows.find((each) => each.slug === one(query.workflow));
  const target = { kind: "project", handle: project.handle, slug: project.slug } as const;
  const name = `${project.handle}/${project.slug}`;
  return (
    <>
      <AdminHeading
        section={null}
        title={<span className="break-words">{project.title}</span>}
        actions={
          <Messages namespaces={["admin", "moderation"]}>
            {project.status !== "removed" ? null : handle === viewer.handle ? (
              <p className="text-sm text-muted">{t("ownItem")}</p>
            ) : (
              <RestoreButton target={target} name={name} />
            )}
            <RemoveButton target={target} name={name} removal={removal} />
          </Messages>
        }
      >
        <div className="flex flex-wrap items-center gap-x-4 gap-y-1">
          <StandingBadge standing={project.status} always />
          <Badge>{t(`visibility.${project.visibility}`)}</Badge>
          {deleted_at === null ? null : (
            <span className="inline-flex items-center gap-2">
              <StandingBadge standing="deleted" /> <RelativeTime iso={deleted_at} />
            </span>
          )}
          <span className="font-mono text-sm">{name}</span>
          <Link href={adminMakerPath(project.handle)} className="link inline-flex min-h-7 items-center pointer-coarse:min-h-10">
            {t("by", { handle: project.handle })}
          </Link>
          {out ? (
            <Link href={`/projects/${name}`} className="link inline-flex min-h-7 items-center pointer-coarse:min-h-10">
              {t("case.see")}
            </Link>
          ) : null}
          <Link href={`/admin/audit?target=${project.project_id}`} className="link inline-flex min-h-7 items-center pointer-coarse:min-h-10">
            {t("case.history")}
          </Link>
        </div>
      </AdminHeading>
      <div className="space-y-8">
        {out ? null : <Alert>{t("audited")}</Alert>}
        {removal === null ? null : (
          <Alert
            look="warn"
            title={
              <>
                {t("removedFor", { reason: words(`reasons.${removal.reason}`) })} <RelativeTime iso={removal.removed_at} />
              </>
            }
          >
            {removal.note === "" ? null : <p className="max-w-prose break-words whitespace-pre-wrap">{removal.note}</p>}
            {status_before_removal === null ? null : (
              <p className="text-sm text-muted">{t("goesBack", { status: t(`standing.${status_before_removal}`) })}</p>
            )}
          </Alert>
        )}
        <section>
          <h2 className="mb-3 text-lg font-semibold">{t("project.says")}</h2>
          <SnapshotFields fields={snapshotFields("project", project)} />
        </section>
        <section>
          <h2 className="mb-3 text-lg font-semibold">{t("project.workflows", { count: workflows.length })}</h2>
          {workflows.length === 0 ? (
            <EmptyState title={t("project.noWorkflows")} />
          ) : (
            <ul className="divide-y divide-line border-y border-line">
              {workflows.map(({ workflow_id, slug: at, title, summary, head_number }) => (
                <li key={workflow_id} className="py-3">
                  <Link
                    href={adminProjectPath(handle, slug, at)}
                    aria-current={at === chosen?.slug ? "true" : undefined}
                    className="link break-words"
                  >
                    {title}
                  </Link>
                  <span className="ms-3 text-sm text-muted">
                    {head_number === null ? t("project.noVersion") : t("project.version", { number: head_number })}
                  </span>
                  {summary === "" ? null : <p className="text-sm text-muted">{summary}</p>}
                </li>
              ))}
            </ul>
          )}
        </section>
        {chosen === undefined ? null : <Newest handle={handle} slug={slug} workflow={chosen.slug} />}
      </div>
    </>
  );
}

async function Newest({ handle, slug, workflow }: { handle: string; slug: string; workflow: string }) {
  const [t, found] = await Promise.all([getTranslations("admin"), loadAnyWorkflow(handle, slug, workflow)]);
  if (found === null) return null;
  return (
    <section id="workflow" className="scroll-mt-4">
      <h2 className="mb-3 text-lg font-semibold break-words">{found.title}</h2>
      {found.head_number === null ? (
        <p className="text-muted">{t("project.noVersionText")}</p>
      ) : (
        <SnapshotFields fields={snapshotFields("workflow", { title: found.title, summary: found.summary, content: found.content })} />
      )}
    </section>
  );
}
