import { GitFork } from "lucide-react";
import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { Link } from "@/components/link";
import { Alert } from "@/components/ui/alert";
import { TabLinks } from "@/components/ui/tab-links";
import { ReportButton } from "@/features/reports/components/report-button";
import { type Address, projectPath, workflowPath } from "../paths";
import { addressOf, type WorkflowAccess, type Workflow } from "../api";

export type Section = "use" | "versions" | "lineage" | "edit" | null;

/** Header of every page of a workflow: project, title, original and sections. */
export async function WorkflowHeader({
  workflow,
  projectTitle,
  standing,
  section,
  actions,
}: {
  workflow: Workflow;
  projectTitle: string;
  standing: WorkflowAccess;
  section: Section;
  actions?: ReactNode;
}) {
  const t = await getTranslations("workflows.page");
  const address = addressOf(workflow);
  return (
    <header className="space-y-3">
      <p className="text-sm text-muted">
        {t.rich("workflowIn", {
          project: (chunks) => (
            <Link href={projectPath(address)} className="link">
              {chunks}
            </Link>
          ),
          maker: (chunks) => (
            <Link href={`/makers/${encodeURIComponent(address.handle)}`} className="link">
              {chunks}
            </Link>
          ),
          projectTitle,
          handle: workflow.handle,
        })}
      </p>
      <div className="flex flex-wrap items-start sm:min-h-11 justify-between gap-x-6 gap-y-3">
        <h1 className="min-w-0 text-2xl font-semibold sm:text-3xl">{workflow.title}</h1>
        <div className="flex flex-wrap items-center gap-2">
          {actions}
          {section === "use" ? (
            <ReportButton target={{ kind: "workflow", ...address }} name={workflow.title} own={address.handle} />
          ) : null}
        </div>
      </div>
      {workflow.summary && <p className="max-w-prose text-lg text-muted">{workflow.summary}</p>}
      <Attribution workflow={workflow} />
      <UpstreamNotice standing={standing} address={address} />
      <Sections address={address} section={section} canEdit={standing.canEdit} />
    </header>
  );
}

async function Attribution({ workflow }: { workflow: Workflow }) {
  const t = await getTranslations("workflows.page");
  const from = workflow.forked_from;
  if (from === null) return null;
  const { handle, project, workflow: slug, title, number } = from;
  return (
    <p className="flex items-baseline gap-1.5 text-sm text-muted">
      <GitFork aria-hidden className="size-3.5 shrink-0 translate-y-0.5" />
      <span className="min-w-0 break-words">
        {handle === null || project === null || slug === null || title === null
          ? t("remixOfHidden")
          : from.version_id === null
            ? t("remixOfGone", { title, number, handle })
            : t.rich("remixOf", {
                source: (chunks) => (
                  <Link href={workflowPath({ handle, slug: project, workflow: slug })} className="link">
                    {chunks}
                  </Link>
                ),
                maker: (chunks) => (
                  <Link href={`/makers/${encodeURIComponent(handle)}`} className="link">
                    {chunks}
                  </Link>
                ),
                title,
                number,
                handle,
              })}
      </span>
    </p>
  );
}

async function UpstreamNotice({ standing, address }: { standing: WorkflowAccess; address: Address }) {
  const t = await getTranslations("workflows.page");
  const upstream = standing.upstream;
  if (upstream === null || upstream.state === "up_to_date") return null;
  const source = upstream.source;
  if (upstream.state === "gone" || source === null) return <p className="text-sm text-muted">{t("upstreamGone")}</p>;
  return (
    <Alert>
      {t.rich("behind", {
        count: upstream.versions_behind,
        source: (chunks) => (
          <Link
            href={workflowPath({ handle: source.handle, slug: source.project, workflow: source.workflow })}
            className="link"
          >
            {chunks}
          </Link>
        ),
        title: source.title,
      })}{" "}
      <Link href={workflowPath(address, "pull")} className="link font-medium">
        {t("behindAction")}
      </Link>
    </Alert>
  );
}

async function Sections({ address, section, canEdit }: { address: Address; section: Section; canEdit: boolean }) {
  const t = await getTranslations("workflows.page");
  const items = [
    { href: workflowPath(address), label: t("use"), current: section === "use" },
    { href: workflowPath(address, "versions"), label: t("versions"), current: section === "versions" },
    { href: workflowPath(address, "lineage"), label: t("lineage"), current: section === "lineage" },
  ];
  if (canEdit) items.push({ href: workflowPath(address, "edit"), label: t("edit"), current: section === "edit" });
  return <TabLinks label={t("sections")} items={items} />;
}
