import { GitFork } from "lucide-react";
import { getTranslations } from "next-intl/server";
import { Link } from "@/components/link";
import { RelativeTime } from "@/components/relative-time";
import { Badge } from "@/components/ui/badge";
import { workflowPath } from "@/features/workflows/paths";
import { addressOf } from "@/features/workflows/api";
import type { ListedWorkflow } from "../api";

/** A workflow of the project, a knot of the thread. */
export async function WorkflowRow({ listed: { workflow, tools } }: { listed: ListedWorkflow }) {
  const t = await getTranslations("project");
  const { title, summary, head_number, steps, variables, forked_from: from, updated_at } = workflow;
  return (
    <li className="pt-1.5 pb-6" data-testid="workflow">
      <h3 className="text-[1.0625rem] font-semibold">
        <Link href={workflowPath(addressOf(workflow))} className="hover:text-accent-strong hover:underline hover:underline-offset-4">
          {title}
        </Link>
        {head_number === null ? <Badge className="ms-2 align-middle">{t("workflowDraft")}</Badge> : null}
      </h3>
      {summary === "" ? null : <p className="max-w-prose text-pretty text-ink/90">{summary}</p>}
      <div className="mt-1 flex flex-wrap items-center gap-x-4 text-sm text-muted">
        {head_number === null ? null : (
          <>
            <span>{t("workflowVersion", { number: head_number })}</span>
            <span>{t("workflowSteps", { steps, variables })}</span>
          </>
        )}
        <RelativeTime iso={updated_at} />
        {tools.length > 0 ? (
          <ul aria-label={t("tools")} className="flex flex-wrap gap-x-3">
            {tools.map((tool) => (
              <li key={tool.slug}>
                <Link
                  href={`/tools/${encodeURIComponent(tool.slug)}`}
                  className="inline-flex min-h-7 items-center text-accent hover:text-accent-strong hover:underline hover:underline-offset-4 pointer-coarse:min-h-10"
                >
                  {tool.name}
                </Link>
              </li>
            ))}
          </ul>
        ) : null}
      </div>
      {from === null ? null : (
        <p className="mt-1 flex items-baseline gap-1.5 text-sm text-muted">
          <GitFork aria-hidden="true" className="size-3.5 shrink-0 translate-y-0.5" />
          <span className="min-w-0 break-words">
            {from.handle === null || from.project === null || from.workflow === null || from.title === null
              ? t("remixOfHidden")
              : from.version_id === null
                ? t("remixOfGone", { title: from.title, handle: from.handle })
                : t.rich("remixOf", {
                    title: from.title,
                    handle: from.handle,
                    number: from.number,
                    source: (chunks) => (
                      <Link
                        href={workflowPath({ handle: from.handle ?? "", slug: from.project ?? "", workflow: from.workflow ?? "" })}
                        className="link"
                      >
                        {chunks}
                      </Link>
                    ),
                    maker: (chunks) => (
                      <Link href={`/makers/${encodeURIComponent(from.handle ?? "")}`} className="link">
                        {chunks}
                      </Link>
                    ),
                  })}
          </span>
        </p>
      )}
    </li>
  );
}
