import { ExternalLink } from "lucide-react";
import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { Paged, type NextPage } from "@/components/paged";
import { Badge } from "@/components/ui/badge";
import { ButtonLink } from "@/components/ui/button";
import { buttonClass } from "@/components/ui/button-class";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHeading } from "@/components/ui/page-heading";
import { TabLinks } from "@/components/ui/tab-links";
import { FollowButton } from "@/features/follows/components/follow-button";
import { listOrderOf } from "@/features/projects/list-order";
import { ProjectList } from "@/features/projects/components/project-list";
import { getViewerOrNobody } from "@/features/session/viewer";
import { WorkflowSummaryRow } from "@/features/workflows/components/workflow-summary-row";
import { api, load } from "@/lib/api/server";
import { localeOf } from "@/lib/display";
import { one } from "@/lib/query";
import { number } from "@/lib/time";

type Props = PageProps<"/tools/[slug]">;

async function tool(params: Props["params"]) {
  const { slug } = await params;
  return load((await api()).GET("/api/v1/tools/{slug}", { params: { path: { slug } } }));
}

async function workflows(slug: string, cursor?: string) {
  return load((await api()).GET("/api/v1/tools/{slug}/workflows", { params: { path: { slug }, query: { cursor } } }));
}

function rows(page: Awaited<ReturnType<typeof workflows>>) {
  return page.data.map((workflow) => <WorkflowSummaryRow key={workflow.workflow_id} workflow={workflow} />);
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const [{ slug, name, description }, t] = await Promise.all([tool(params), getTranslations("tools")]);
  const told = description === "" ? t("of", { name }) : description;
  const path = `/tools/${slug}`;
  return { title: name, description: told, alternates: { canonical: path }, openGraph: { title: name, description: told, url: path } };
}

/** A tool and the workflows that use it; the second view lists their projects. */
export default async function ToolPage({ params, searchParams }: Props) {
  const [{ slug, name, vendor, url, kind, description, used_by }, t, common, language, query, viewer] = await Promise.all([
    tool(params),
    getTranslations("tools"),
    getTranslations("common"),
    getLocale(),
    searchParams,
    getViewerOrNobody(),
  ]);
  const path = `/tools/${slug}`;
  const projects = query.view === "projects";
  return (
    <>
      <PageHeading
        title={
          <>
            {name} <Badge className="align-middle">{t(`kind.${kind}`)}</Badge>
          </>
        }
        actions={
          <>
            <FollowButton subject={{ kind: "tool", slug }} name={name} />
            <a href={url} rel="noopener nofollow" className={buttonClass({ look: "quiet" })}>
              {t("site")}
              <ExternalLink aria-hidden="true" />
            </a>
            {viewer?.role === "admin" ? (
              <ButtonLink href={`/admin/tools/${slug}`} look="quiet">
                {common("edit")}
              </ButtonLink>
            ) : null}
          </>
        }
      >
        {description === "" ? null : <p>{description}</p>}
        <p>
          {vendor === "" ? null : <>{t("by", { vendor })} · </>}
          {t("usedBy", { count: used_by, shown: number(used_by, localeOf(language, null)) })}
        </p>
      </PageHeading>
      <TabLinks
        label={t("views")}
        items={[
          { href: path, label: t("workflows"), current: !projects },
          { href: `${path}?view=projects`, label: t("projects"), current: projects },
        ]}
      />
      {projects ? (
        <ProjectList path={path} choice={listOrderOf(query)} filter={{ tool: slug }} cursor={query.cursor} view="projects" />
      ) : (
        <Workflows slug={slug} cursor={one(query.cursor)} />
      )}
    </>
  );
}

async function Workflows({ slug, cursor }: { slug: string; cursor?: string }) {
  const [t, page] = await Promise.all([getTranslations("tools"), workflows(slug, cursor)]);

  async function more(next: string): Promise<NextPage> {
    "use server";
    const page = await workflows(slug, next);
    return { items: rows(page), next: page.next_cursor };
  }

  if (page.data.length === 0) {
    return (
      <div className="pt-8">
        <EmptyState title={t("noWorkflowsTitle")}>{t("noWorkflowsText")}</EmptyState>
      </div>
    );
  }
  return (
    <>
      <h2 className="sr-only">{t("workflows")}</h2>
      <Paged base={`/tools/${slug}`} next={page.next_cursor} load={more}>
        {rows(page)}
      </Paged>
    </>
  );
}
