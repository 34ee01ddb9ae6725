import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { Link } from "@/components/link";
import { MakerRow } from "@/features/makers/components/maker-row";
import { ProjectRow } from "@/features/projects/components/project-row";
import { ToolRow } from "@/features/tools/components/tool-row";
import { WorkflowSummaryRow } from "@/features/workflows/components/workflow-summary-row";
import type { components } from "@/lib/api/schema";
import { highlight } from "../highlight";

type Hit = components["schemas"]["Hit"];

/** A search result with highlighted matches. */
export async function HitRow({ hit }: { hit: Hit }) {
  const note = shown(hit) ? <Where hit={hit} /> : undefined;
  if (hit.project !== null) return <ProjectRow project={hit.project} note={note} />;
  if (hit.workflow !== null) return <WorkflowSummaryRow workflow={hit.workflow} note={note} />;
  if (hit.maker !== null) return <MakerRow maker={hit.maker} note={note} />;
  if (hit.tool !== null) return <ToolRow tool={hit.tool} note={note} />;
  return null;
}

/** For titles and names, the row itself is enough. */
function shown({ match }: Hit): boolean {
  return !["title", "name", "handle", "tag", "vendor"].includes(match.field) && match.text !== "";
}

async function Where({ hit }: { hit: Hit }): Promise<ReactNode> {
  const t = await getTranslations("search");
  const { field, text, marks, workflow, number, step } = hit.match;
  const home = hit.project ?? (hit.workflow && { handle: hit.workflow.handle, slug: hit.workflow.project });
  return (
    <>
      <p className={field === "prompt" ? "font-mono text-[0.8125rem] break-words" : "break-words"}>{highlight(text, marks)}</p>
      {field === "prompt" && workflow !== null && home ? (
        <p>
          {t.rich("inPrompt", {
            step: step ?? workflow,
            workflow: (words) => (
              <Link
                className="link"
                href={`/projects/${home.handle}/${home.slug}/workflows/${workflow}${number === null ? "" : `?version=${number}`}`}
              >
                {words}
              </Link>
            ),
          })}
        </p>
      ) : null}
    </>
  );
}
