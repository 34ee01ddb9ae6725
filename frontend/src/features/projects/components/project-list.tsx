import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { Link } from "@/components/link";
import { Paged, type NextPage } from "@/components/paged";
import { ButtonLink } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { TabLinks, type TabLink } from "@/components/ui/tab-links";
import { api, load } from "@/lib/api/server";
import { one } from "@/lib/query";
import { type ListOrder, listPath, SORTS, WINDOWS } from "../list-order";
import { ProjectRow } from "./project-row";

type Filter = { tag?: string; tool?: string };

async function projects(choice: ListOrder, filter: Filter, cursor?: string) {
  return load((await api()).GET("/api/v1/projects", { params: { query: { ...choice, ...filter, cursor } } }));
}

function rows(page: Awaited<ReturnType<typeof projects>>) {
  return page.data.map((project) => <ProjectRow key={project.project_id} project={project} />);
}

/** Projects by hot, new and top, with tabs; `more` are the page's own tabs. */
export async function ProjectList({
  path,
  choice,
  filter = {},
  cursor,
  view,
  more: tabs = [],
}: {
  path: string;
  choice: ListOrder;
  filter?: Filter;
  cursor?: string | string[];
  view?: string;
  more?: readonly TabLink[];
}) {
  const [t, page] = await Promise.all([getTranslations("projects"), projects(choice, filter, one(cursor))]);

  async function more(next: string): Promise<NextPage> {
    "use server";
    const page = await projects(choice, filter, next);
    return { items: rows(page), next: page.next_cursor };
  }

  return (
    <>
      <SortTabs path={path} choice={choice} view={view} more={tabs} />
      {choice.license === undefined ? null : (
        <p className="pt-4 text-muted">
          {t("licensed", { license: choice.license })}{" "}
          <Link href={listPath(path, { ...choice, license: undefined }, view)} className="underline underline-offset-4 hover:text-ink">
            {t("anyLicense")}
          </Link>
        </p>
      )}
      <h2 className="sr-only">{t("title")}</h2>
      {page.data.length > 0 ? (
        <Paged base={listPath(path, choice, view)} next={page.next_cursor} load={more}>
          {rows(page)}
        </Paged>
      ) : (
        <Nothing>{choice.license !== undefined ? t("emptyLicense") : choice.sort === "top" ? t("emptyTop") : t("emptyText")}</Nothing>
      )}
    </>
  );
}

export async function SortTabs({
  path,
  choice,
  view,
  more = [],
}: {
  path: string;
  /** null while one of the page's own tabs is open. */
  choice: ListOrder | null;
  view?: string;
  more?: readonly TabLink[];
}) {
  const t = await getTranslations("projects");
  return (
    <>
      <TabLinks
        label={t("sort")}
        items={[
          ...SORTS.map((sort) => ({
            href: listPath(path, { sort, window: sort === "top" ? "week" : undefined, license: choice?.license }, view),
            label: t(sort),
            current: sort === choice?.sort,
          })),
          ...more,
        ]}
      />
      {choice?.sort === "top" ? (
        <TabLinks
          label={t("window")}
          items={WINDOWS.map((window) => ({
            href: listPath(path, { sort: "top", window, license: choice.license }, view),
            label: t(window),
            current: window === choice.window,
          }))}
        />
      ) : null}
    </>
  );
}

async function Nothing({ children }: { children: ReactNode }) {
  const t = await getTranslations("projects");
  return (
    <div className="pt-8">
      <EmptyState
        title={t("emptyTitle")}
        action={
          <ButtonLink href="/projects/new" look="primary">
            {t("newProject")}
          </ButtonLink>
        }
      >
        {children}
      </EmptyState>
    </div>
  );
}
