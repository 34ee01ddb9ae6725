import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { Link } from "@/components/link";
import { RelativeTime } from "@/components/relative-time";
import { Row } from "@/components/ui/rows";
import type { components } from "@/lib/api/schema";

/** A workflow in a list across projects. `note` below its summary tells why. */
export async function WorkflowSummaryRow({
  workflow,
  note,
}: {
  workflow: components["schemas"]["Workflow"];
  note?: ReactNode;
}) {
  const t = await getTranslations("search");
  const { handle, project, slug, title, summary, steps, updated_at } = workflow;
  return (
    <Row>
      <article className="min-w-0">
        <h3 className="text-[1.0625rem] font-semibold">
          <Link
            href={`/projects/${handle}/${project}/workflows/${slug}`}
            className="hover:text-accent-strong hover:underline hover:underline-offset-4"
          >
            {title}
          </Link>
        </h3>
        {summary === "" ? null : <p className="mt-0.5 text-pretty text-ink/90">{summary}</p>}
        {note ? <div className="mt-1 text-sm text-muted">{note}</div> : null}
        <p className="mt-1 flex flex-wrap items-center gap-x-4 text-sm text-muted">
          <Link href={`/projects/${handle}/${project}`} className="inline-flex min-h-7 items-center hover:text-ink pointer-coarse:min-h-10">
            {t("in", { project: `${handle}/${project}` })}
          </Link>
          <span>{t("steps", { count: steps })}</span>
          <RelativeTime iso={updated_at} />
        </p>
      </article>
    </Row>
  );
}
