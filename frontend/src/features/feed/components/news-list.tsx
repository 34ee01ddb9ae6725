import { getTranslations } from "next-intl/server";
import { Link } from "@/components/link";
import { Paged, type NextPage } from "@/components/paged";
import { RelativeTime } from "@/components/relative-time";
import { ButtonLink } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { ProjectRow } from "@/features/projects/components/project-row";
import { api, load } from "@/lib/api/server";
import type { components } from "@/lib/api/schema";

type News = components["schemas"]["News"];

async function news(cursor?: string) {
  return load((await api()).GET("/api/v1/feed", { params: { query: { cursor } } }));
}

function rows(items: readonly News[]) {
  return items.map((item) => (
    <ProjectRow
      key={`${item.kind} ${item.project.project_id} ${item.workflow?.slug ?? ""} ${item.workflow?.version ?? ""}`}
      project={item.project}
      note={<Reason item={item} />}
    />
  ));
}

/** News of everything the viewer follows. */
export async function NewsList({ base, cursor }: { base: string; cursor?: string }) {
  const [t, page] = await Promise.all([getTranslations("home"), news(cursor)]);

  async function more(next: string): Promise<NextPage> {
    "use server";
    const page = await news(next);
    return { items: rows(page.data), next: page.next_cursor };
  }

  if (page.data.length === 0) {
    return (
      <div className="pt-8">
        <EmptyState title={t("newsEmptyTitle")} action={<ButtonLink href="/trending">{t("newsEmptyAction")}</ButtonLink>}>
          {t("newsEmptyText")}
        </EmptyState>
      </div>
    );
  }
  return (
    <Paged base={base} next={page.next_cursor} load={more} label={t("following")}>
      {rows(page.data)}
    </Paged>
  );
}

/** What happened, when, and because of which follow. */
async function Reason({ item }: { item: News }) {
  const t = await getTranslations("news");
  const { kind, workflow, project, because } = item;
  const address = `/projects/${project.handle}/${project.slug}/workflows/${workflow?.slug ?? ""}`;
  return (
    <>
      <span className="text-ink">
        {kind === "project" || workflow === null
          ? t("project")
          : t.rich(kind === "version" ? "version" : "remix", {
              number: workflow.version,
              title: workflow.title,
              workflow: (title) => (
                <Link href={address} className="link">
                  {title}
                </Link>
              ),
            })}
      </span>
      {" · "}
      <RelativeTime iso={item.at} />
      {" · "}
      {t(`because_${because.kind}`, { name: because.name })}
    </>
  );
}
