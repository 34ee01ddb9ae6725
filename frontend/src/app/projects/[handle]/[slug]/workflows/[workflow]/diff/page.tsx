import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { Link } from "@/components/link";
import { RelativeTime } from "@/components/relative-time";
import { EmptyState } from "@/components/ui/empty-state";
import { diffPath, readSpec, workflowPath } from "@/features/workflows/paths";
import {
  addressOf,
  findVersion,
  loadDiff,
  loadProject,
  loadWorkflowAccess,
  loadVersions,
  loadWorkflow,
} from "@/features/workflows/api";
import { CompareForm } from "@/features/workflows/components/compare-form";
import { DiffView } from "@/features/workflows/components/diff-view";
import { WorkflowHeader } from "@/features/workflows/components/workflow-header";
import { one } from "@/lib/query";
import type { components } from "@/lib/api/schema";

type Props = PageProps<"/projects/[handle]/[slug]/workflows/[workflow]/diff">;
type VersionSummary = components["schemas"]["VersionSummary"];

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { handle, slug, workflow } = await params;
  const [found, t] = await Promise.all([loadWorkflow(handle, slug, workflow), getTranslations("workflows.diff")]);
  return { title: t("title", { title: found.title }), robots: { index: false } };
}

export default async function DiffPage({ params, searchParams }: Props) {
  const { handle, slug, workflow: name } = await params;
  const query = await searchParams;
  const from = one(query.from);
  const to = one(query.to) ?? "latest";
  const [workflow, project, standing, versions, diff, after, t] = await Promise.all([
    loadWorkflow(handle, slug, name),
    loadProject(handle, slug),
    loadWorkflowAccess(handle, slug, name),
    loadVersions(handle, slug, name, 100),
    from === undefined ? null : loadDiff(handle, slug, name, from, to),
    newSide(handle, slug, name, to),
    getTranslations("workflows.diff"),
  ]);
  const address = addressOf(workflow);
  const titles = Object.fromEntries((after?.content.steps ?? []).map((step) => [step.key, step.title]));

  return (
    <div className="space-y-6">
      <WorkflowHeader workflow={workflow} projectTitle={project.title} standing={standing} section="versions" />
      <div className="flex flex-wrap items-end justify-between gap-4">
        <h2 className="text-xl font-semibold">{t("heading")}</h2>
        <CompareForm address={address} versions={versions.data} from={from} to={to} />
      </div>
      {from === undefined || diff === null ? (
        <EmptyState title={from === undefined ? t("chooseTwo") : t("notFound")} />
      ) : (
        <>
          <div className="grid gap-x-6 gap-y-2 text-sm sm:grid-cols-[minmax(0,auto)_auto_minmax(0,1fr)]">
            <Side spec={from} version={diff.old} workflow={workflow.title} />
            <span aria-hidden="true" className="hidden text-muted sm:block">
              →
            </span>
            <Side spec={to} version={diff.new} workflow={workflow.title} />
          </div>
          <p className="text-sm">
            <Link href={diffPath(address, to, from)} className="link">
              {t("swap")}
            </Link>
          </p>
          <DiffView changes={diff.changes} titles={titles} />
        </>
      )}
    </div>
  );
}

/** Content for the titles of changed steps; the new side may be another workflow. */
function newSide(handle: string, slug: string, workflow: string, to: string) {
  const spec = readSpec(to);
  return spec === null
    ? findVersion(handle, slug, workflow, to)
    : findVersion(spec.handle, spec.slug, spec.workflow, spec.version);
}

async function Side({ spec, version, workflow }: { spec: string; version: VersionSummary; workflow: string }) {
  const t = await getTranslations("workflows.picker");
  const other = readSpec(spec);
  return (
    <div className="min-w-0">
      <p className="font-medium break-words">
        {other ? (
          <Link href={workflowPath(other)} className="link">{`${other.handle}/${other.workflow}`}</Link>
        ) : (
          <span className="sr-only">{workflow}</span>
        )}{" "}
        {t("current", { number: version.number })}
      </p>
      <p className="text-muted">
        {version.author.display_name || version.author.handle}, <RelativeTime iso={version.created_at} />
      </p>
      {version.changelog && <p className="max-w-prose break-words whitespace-pre-line">{version.changelog}</p>}
    </div>
  );
}
