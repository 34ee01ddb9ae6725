import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import type { NextPage } from "./more";
import { PagedIsland } from "./paged-island";

export type { NextPage };

/**
 * A list by pages. The first is made by the server, "More" is an ordinary link to the next, and where a script runs it
 * puts the next one below instead:
 *
 *     async function more(cursor: string): Promise<NextPage> {
 *       "use server";
 *       const page = await load((await api()).GET("/api/v1/projects", { params: { query: { sort, cursor } } }));
 *       return { items: page.data.map((project) => <ProjectRow key={…} project={project} />), next: page.next_cursor };
 *     }
 *     <Paged base="/?sort=new" next={page.next_cursor} load={more}>{rows}</Paged>
 *
 * `base` is the address of the list without its cursor. Rows are `<li>` (Row), keys those of what they show.
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
