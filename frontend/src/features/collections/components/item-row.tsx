import { Pin } from "lucide-react";
import { getTranslations } from "next-intl/server";
import { Link } from "@/components/link";
import { Markdown } from "@/components/markdown";
import { ProjectRow } from "@/features/projects/components/project-row";
import { versionPath } from "@/features/workflows/paths";
import type { Item } from "../api";

/** A project in a collection, with its note and version. */
export async function ItemRow({ item, isOwn = false }: { item: Item; isOwn?: boolean }) {
  const t = await getTranslations("collections");
  const { project, note, pinned } = item;
  return (
    <ProjectRow
      project={project}
      note={
        note === "" && pinned === null ? undefined : (
          <>
            {note === "" ? null : (
              <div className="my-1 border-s-2 border-line ps-3 text-[0.9375rem] text-ink">
                <Markdown text={note} isOwn={isOwn} />
              </div>
            )}
            {pinned === null ? null : (
              <p className="flex items-center gap-1.5">
                <Pin aria-hidden="true" className="size-3.5 shrink-0" />
                <Link
                  href={versionPath({ handle: project.handle, slug: project.slug, workflow: pinned.workflow }, pinned.version)}
                  className="link"
                >
                  {t("pinned", { version: pinned.version, title: pinned.title })}
                </Link>
              </p>
            )}
          </>
        )
      }
    />
  );
}
