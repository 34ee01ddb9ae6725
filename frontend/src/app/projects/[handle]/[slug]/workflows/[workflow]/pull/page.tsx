import { ChevronDown } from "lucide-react";
import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { Suspense } from "react";
import { Link } from "@/components/link";
import { RelativeTime } from "@/components/relative-time";
import { ButtonLink } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { Skeleton } from "@/components/ui/skeleton";
import { requireViewer } from "@/features/session/viewer";
import { type Address, diffPath, versionSpec, workflowPath } from "@/features/workflows/paths";
import {
  addressOf,
  findVersion,
  loadDiff,
  loadProject,
  loadWorkflowAccess,
  loadWorkflow,
  type Upstream,
} from "@/features/workflows/api";
import { DiffView } from "@/features/workflows/components/diff-view";
import { PullForm } from "@/features/workflows/components/pull-form";
import { WorkflowHeader } from "@/features/workflows/components/workflow-header";
import { Messages } from "@/i18n/provide";

type Props = PageProps<"/projects/[handle]/[slug]/workflows/[workflow]/pull">;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { handle, slug, workflow } = await params;
  const [found, t] = await Promise.all([loadWorkflow(handle, slug, workflow), getTranslations("workflow_acts.pull")]);
  return { title: t("title", { title: found.title }), robots: { index: false } };
}

export default async function PullPage({ params }: Props) {
  const { handle, slug, workflow: name } = await params;
  await requireViewer();
  const [workflow, project, standing, mine, t] = await Promise.all([
    loadWorkflow(handle, slug, name),
    loadProject(handle, slug),
    loadWorkflowAccess(handle, slug, name),
    findVersion(handle, slug, name, "latest"),
    getTranslations("workflow_acts.pull"),
  ]);
  if (!standing.canEdit) notFound();
  const address = addressOf(workflow);
  const { upstream } = standing;
  const back = (
    <ButtonLink look="primary" href={workflowPath(address)}>
      {t("back")}
    </ButtonLink>
  );
  const titles = Object.fromEntries([
    ...(mine?.content.steps ?? []).map((step) => [`step:${step.key}`, step.title]),
    ...(mine?.content.variables ?? []).map((variable) => [`variable:${variable.name}`, variable.label]),
  ]);

  return (
    <div className="space-y-6">
      {/* The notice would link to this page. */}
      <WorkflowHeader
        workflow={workflow}
        projectTitle={project.title}
        standing={{ canEdit: true, upstream: null }}
        section={null}
      />
      {upstream === null ? (
        <EmptyState title={t("noRemix")} action={back}>
          {t("noRemixText")}
        </EmptyState>
      ) : upstream.source === null || upstream.base_number === null ? (
        <EmptyState title={t("gone")} action={back}>
          {t("goneText")}
        </EmptyState>
      ) : upstream.state === "up_to_date" ? (
        <EmptyState title={t("upToDate")} action={back}>
          {t("upToDateText", { number: upstream.base_number, title: upstream.source.title })}
        </EmptyState>
      ) : (
        <div className="space-y-8">
          <News upstream={upstream} source={upstream.source} base={upstream.base_number} address={address} />
          <Messages namespaces={["workflow_acts", "workflows"]}>
            <PullForm
              workflowId={workflow.workflow_id}
              address={address}
              titles={titles}
              first={{
                to: upstream.source.head_number,
                onto: upstream.head_number,
                conflicts: upstream.conflicts,
              }}
            />
          </Messages>
        </div>
      )}
    </div>
  );
}

/** Changes of the original since the version that the remix includes. */
async function News({
  upstream,
  source,
  base,
  address,
}: {
  upstream: Upstream;
  source: NonNullable<Upstream["source"]>;
  base: number;
  address: Address;
}) {
  const t = await getTranslations("workflow_acts.pull");
  const from = { handle: source.handle, slug: source.project, workflow: source.workflow };
  const older = upstream.versions_behind - upstream.newer.length;
  return (
    <section className="space-y-4" aria-labelledby="news">
      <div>
        <h2 id="news" className="text-xl font-semibold">
          {t("heading")}
        </h2>
        <p className="text-muted">
          {t.rich("from", {
            title: source.title,
            maker: source.handle,
            source: (chunks) => (
              <Link href={workflowPath(from)} className="link">
                {chunks}
              </Link>
            ),
          })}
          {". "}
          {t("range", { base, newest: source.head_number })}
        </p>
      </div>
      <h3 className="font-medium">{t("newer")}</h3>
      <ol className="thread">
        {upstream.newer.map((version) => (
          <li key={version.number} className="py-1.5">
            <p className="flex flex-wrap items-baseline gap-x-2">
              <Link href={diffPath(from, version.number - 1, version.number)} className="link font-medium">
                {t("version", { number: version.number })}
              </Link>
              <span className="text-sm text-muted">
                <RelativeTime iso={version.created_at} />
              </span>
            </p>
            {version.changelog && <p className="max-w-prose break-words whitespace-pre-line">{version.changelog}</p>}
          </li>
        ))}
      </ol>
      {older > 0 && <p className="text-sm text-muted">{t("older", { count: older })}</p>}
      <details className="group rounded-md border border-line">
        <summary className="flex min-h-11 list-none items-center justify-between gap-2 px-4 py-2 text-accent">
          {t("whatChanged")}
          <ChevronDown aria-hidden="true" className="size-4 group-open:rotate-180" />
        </summary>
        <div className="border-t border-line p-4">
          <Suspense fallback={<Skeleton className="h-48 w-full" />}>
            <SourceChanges address={address} from={versionSpec(from, base)} to={versionSpec(from, source.head_number)} />
          </Suspense>
        </div>
      </details>
    </section>
  );
}

async function SourceChanges({ address, from, to }: { address: Address; from: string; to: string }) {
  const diff = await loadDiff(address.handle, address.slug, address.workflow, from, to);
  return diff && <DiffView changes={diff.changes} titles={{}} />;
}
