import { GitFork } from "lucide-react";
import { getTranslations } from "next-intl/server";
import { Link } from "@/components/link";
import { cn } from "@/lib/cn";
import { type Address, diffPath, versionPath, versionSpec, workflowPath } from "../paths";
import type { Branch } from "../lineage";

/** Tree of remixes; `here` is the newest version of the requested workflow. */
export async function LineageTree({
  roots,
  here,
  isRoot = true,
}: {
  roots: readonly Branch[];
  here: { address: Address; version: number | null };
  isRoot?: boolean;
}) {
  const t = await getTranslations("workflows.lineage");
  return (
    <ol className={cn("thread", !isRoot && "mt-1")} aria-label={isRoot ? t("tree") : undefined}>
      {roots.map((branch) => (
        <li
          key={branch.place}
          className={cn(
            "py-1.5",
            branch.isAsked && "thread-now",
            // Draw the line down to its remixes, even for a single or last item.
            branch.remixes.length > 0 && "before:top-(--knot)! before:bottom-8! before:block! before:h-auto!",
          )}
          aria-current={branch.isAsked ? "true" : undefined}
        >
          <Relative branch={branch} here={here} isRoot={isRoot} />
          {branch.remixes.length > 0 && <LineageTree roots={branch.remixes} here={here} isRoot={false} />}
        </li>
      ))}
    </ol>
  );
}

async function Relative({
  branch,
  here,
  isRoot,
}: {
  branch: Branch;
  here: { address: Address; version: number | null };
  isRoot: boolean;
}) {
  const t = await getTranslations("workflows.lineage");
  const from = branch.number !== null && (
    <span className="inline-flex items-center gap-1">
      <GitFork aria-hidden className="size-3" />
      {t("fromVersion", { number: branch.number })}
    </span>
  );
  const { workflow } = branch;
  if (workflow === null) {
    return (
      <p className="flex flex-wrap items-baseline gap-x-3 text-sm text-muted">
        <span className="italic">{t("hidden")}</span>
        {from}
      </p>
    );
  }
  const address = { handle: workflow.handle, slug: workflow.project, workflow: workflow.slug };
  const isLost = isRoot && branch.number !== null;
  return (
    <div>
      <p className="flex flex-wrap items-baseline gap-x-2">
        {branch.isAsked ? (
          <strong className="font-semibold break-words">{workflow.title}</strong>
        ) : (
          <Link href={workflowPath(address)} className="link inline-flex min-h-6 items-center break-words">
            {workflow.title}
          </Link>
        )}
        {branch.isAsked && (
          <span className="rounded-sm bg-accent-soft px-1.5 text-xs text-accent-strong">{t("here")}</span>
        )}
      </p>
      <p className="flex flex-wrap items-baseline gap-x-3 gap-y-0.5 text-sm text-muted">
        <Link href={`/makers/${encodeURIComponent(workflow.handle)}`} className="inline-flex min-h-6 items-center hover:underline">
          {t("by", { maker: workflow.handle })}
        </Link>
        {workflow.head_number !== null && (
          <Link href={versionPath(address, "latest")} className="inline-flex min-h-6 items-center hover:underline">
            {t("newest", { number: workflow.head_number })}
          </Link>
        )}
        {isLost ? <span>{t("lost")}</span> : from}
        {!branch.isAsked && workflow.head_number !== null && here.version !== null && (
          <Link
            href={diffPath(here.address, versionSpec(address, workflow.head_number), here.version)}
            className="link inline-flex min-h-6 items-center"
          >
            {t("compare")}
          </Link>
        )}
      </p>
    </div>
  );
}
