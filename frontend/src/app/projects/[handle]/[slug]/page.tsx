import { ExternalLink } from "lucide-react";
import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { Markdown } from "@/components/markdown";
import { CollectButton } from "@/features/collections/components/collect-button";
import { Discussion } from "@/features/comments/components/discussion";
import { FollowButton } from "@/features/follows/components/follow-button";
import { FollowToggle } from "@/features/follows/components/follow-toggle";
import { FeedLink } from "@/features/projects/components/feed-link";
import { ProjectHeader } from "@/features/projects/components/project-header";
import { ProjectMenu } from "@/features/projects/components/project-menu";
import { ProjectWorkflows } from "@/features/projects/components/project-workflows";
import { StateBanner } from "@/features/projects/components/state-banner";
import { loadReactions, loadProject, loadMembership, loadWorkflows, type Project } from "@/features/projects/api";
import { ReportButton } from "@/features/reports/components/report-button";
import { StarButton } from "@/features/stars/components/star-button";
import { projectPath } from "@/features/workflows/paths";
import { Messages } from "@/i18n/provide";
import { one } from "@/lib/query";

type Props = PageProps<"/projects/[handle]/[slug]">;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { handle, slug } = await params;
  const [project, t] = await Promise.all([loadProject(handle, slug), getTranslations("project")]);
  const { title, tagline, owner, cover_url: cover } = project;
  const path = projectPath(project);
  const description = tagline === "" ? t("description", { title, maker: owner.display_name }) : tagline;
  const isPublic = isOut(project) && project.visibility === "public";
  return {
    title,
    description,
    alternates: { canonical: path, types: { "application/atom+xml": feedOf(project) } },
    ...(isPublic ? {} : { robots: { index: false } }),
    openGraph: {
      type: "article",
      title,
      description,
      url: path,
      authors: [owner.display_name],
      tags: project.tags,
      ...(project.published_at === null ? {} : { publishedTime: project.published_at }),
      ...(cover?.startsWith("https://") ? { images: [cover] } : {}),
    },
  };
}

export default async function ProjectPage({ params, searchParams }: Props) {
  const { handle, slug } = await params;
  const [project, query, t, follows] = await Promise.all([
    loadProject(handle, slug),
    searchParams,
    getTranslations("project"),
    getTranslations("follows"),
  ]);
  const list = one(query.list) === "workflows" ? "workflows" : "comments";
  const cursor = one(query.cursor);
  const [standing, marks, workflows] = await Promise.all([
    loadMembership(project.handle, project.slug),
    loadReactions(project.project_id),
    loadWorkflows(project.handle, project.slug, list === "workflows" ? cursor : undefined),
  ]);
  const { title, body, links, cover_url: cover } = project;
  const { role, viewer } = standing;
  const subject = { kind: "project" as const, handle: project.handle, slug: project.slug };
  const canAdd = (role === "owner" || role === "editor") && (project.status === "draft" || project.status === "published");
  return (
    <div className="space-y-8">
      <ProjectHeader
        project={project}
        members={standing.members}
        actions={
          <>
            <StarButton project={project} on={marks.starred} />
            {viewer === null ? (
              <FollowButton subject={subject} name={title} />
            ) : (
              <FollowToggle
                subject={subject}
                on={marks.followed}
                words={{
                  follow: follows("follow"),
                  following: follows("following"),
                  failed: follows("failed"),
                  label: follows("label", { name: title }),
                  labelOn: follows("labelOn", { name: title }),
                }}
              />
            )}
            {viewer === null ? null : <CollectButton project={project} />}
            {isOut(project) ? <FeedLink href={feedOf(project)} name={title} /> : null}
            {role === null ? null : (
              <Messages namespaces={["project_acts"]}>
                <ProjectMenu
                  project={{ handle: project.handle, slug: project.slug, title, status: project.status }}
                  role={role}
                />
              </Messages>
            )}
          </>
        }
      />
      <StateBanner project={project} role={role} workflows={workflows.data.length} />
      {cover?.startsWith("https://") ? (
        // Covers come from other sites; the page's policy allows images over https only.
        <img
          src={cover}
          alt=""
          loading="lazy"
          decoding="async"
          referrerPolicy="no-referrer"
          className="max-h-96 w-full rounded-md border border-line bg-sunken object-cover"
        />
      ) : null}
      {body === "" ? null : <Markdown text={body} isOwn={role !== null} className="max-w-prose" />}
      {links.length > 0 ? (
        <ul aria-label={t("links")} className="flex flex-wrap gap-x-5 gap-y-1">
          {links.map((link) => (
            <li key={`${link.label} ${link.url}`}>
              <a
                href={link.url}
                rel="nofollow ugc noopener"
                className="link inline-flex min-h-7 items-center gap-1.5 break-words pointer-coarse:min-h-10"
              >
                <ExternalLink aria-hidden="true" className="size-3.5 shrink-0" />
                {link.label}
              </a>
            </li>
          ))}
        </ul>
      ) : null}
      <ProjectWorkflows project={project} first={workflows} canAdd={canAdd} />
      <Discussion
        project={project}
        asked={{
          sort: one(query.sort),
          workflow: one(query.workflow),
          step: one(query.step),
          version: one(query.version),
          comment: one(query.comment),
          cursor: list === "comments" ? cursor : undefined,
        }}
      />
      {role === null ? (
        <div className="flex justify-end border-t border-line pt-3">
          <ReportButton
            target={{ kind: "project", handle: project.handle, slug: project.slug }}
            name={t("thisProject", { title })}
            own={project.owner.handle}
          />
        </div>
      ) : null}
    </div>
  );
}

function isOut(project: Project): boolean {
  return (project.status === "published" || project.status === "archived") && project.visibility !== "private";
}

function feedOf({ handle, slug }: Project): string {
  return `/api/v1/projects/${encodeURIComponent(handle)}/${encodeURIComponent(slug)}/feed.atom`;
}
