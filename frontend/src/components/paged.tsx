import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import type { NextPage } from "./more";
import { PagedIsland } from "./paged-island";

export type { NextPage };

/**
 * Paginated list. The server renders the first page. "More" is a link to the next page; with scripts it appends that
 * page instead:
 *
 *     async function more(cursor: string): Promise<NextPage> {
 *       "use server";
 *       const page = await load((await api()).GET("/api/v1/projects", { params: { query: { sort, cursor } } }));
 *       return { items: page.data.map((project) => <ProjectRow key={…} project={project} />), next: page.next_cursor };
 *     }
 *     <Paged base="/?sort=new" next={page.next_cursor} load={more}>{rows}</Paged>
 *
 * `base` is the path of the list without its cursor. Rows are `<li>` (Row) with the keys of their items.
 */
export async function Paged({
  base,
  next,
  load,
  className,
  label,
  children,
}: {
  base: string;
  next: string | null;
  load: (cursor: string) => Promise<NextPage>;
  className?: string;
  /** Name of the list if no heading precedes it. */
  label?: string;
  children: ReactNode;
}) {
  const t = await getTranslations("common");
  return (
    <PagedIsland
      base={base}
      next={next}
      load={load}
      className={className}
      label={label}
      words={{ more: t("more"), loading: t("loading"), failed: t("moreFailed") }}
    >
      {children}
    </PagedIsland>
  );
}
