import { GitFork, MessageSquare, Scale, Star } from "lucide-react";
import { getLocale, getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { Link } from "@/components/link";
import { RelativeTime } from "@/components/relative-time";
import { Avatar } from "@/components/ui/avatar";
import { Badge } from "@/components/ui/badge";
import { TagLink } from "@/components/ui/tag-link";
import { projectPath } from "@/features/workflows/paths";
import { localeOf } from "@/lib/display";
import { number } from "@/lib/time";
import type { Member, Project } from "../api";

/** Title, makers and tags of a project. */
export async function ProjectHeader({
  project,
  members,
  actions,
}: {
  project: Project;
  members: readonly Member[];
  actions: ReactNode;
}) {
  const [t, state, language] = await Promise.all([getTranslations("project"), getTranslations("project_row"), getLocale()]);
  const locale = localeOf(language, null);
  const { owner, title, tagline, tags, status, visibility, license, stars, forks, comments } = project;
  const others = members.filter((member) => member.handle !== owner.handle);
  return (
    <header className="space-y-3">
      <div className="flex flex-wrap items-start justify-between gap-x-6 gap-y-3">
        <div className="min-w-0 grow basis-80">
          <h1 className="text-2xl font-semibold sm:text-3xl">
            {title}
            {status === "published" ? null : (
              <Badge className="ms-2 align-middle" look={status === "removed" ? "danger" : "plain"}>
                {state(status)}
              </Badge>
            )}
            {visibility === "public" ? null : <Badge className="ms-2 align-middle">{state(visibility)}</Badge>}
          </h1>
          {tagline === "" ? null : <p className="mt-1 max-w-prose text-lg text-pretty text-muted">{tagline}</p>}
        </div>
        <div className="flex flex-wrap items-center gap-2">{actions}</div>
      </div>
      <div className="flex flex-wrap items-center gap-x-4 gap-y-1 text-sm text-muted">
        <ul aria-label={t("makers")} className="flex flex-wrap gap-x-4">
          {[owner, ...others].map((maker) => (
            <li key={maker.handle}>
              <Link
                href={`/makers/${encodeURIComponent(maker.handle)}`}
                className="flex min-h-7 items-center gap-2 text-ink hover:text-accent-strong hover:underline hover:underline-offset-4 pointer-coarse:min-h-10"
              >
                <Avatar name={maker.display_name} url={maker.avatar_url} size="small" />
                {maker.display_name}
              </Link>
            </li>
          ))}
        </ul>
        <span>
          {t(project.published_at === null ? "edited" : "published")}{" "}
          <RelativeTime iso={project.published_at ?? project.updated_at} />
        </span>
        <Link href={`${projectPath(project)}/stargazers`} className="inline-flex min-h-7 items-center gap-1 hover:text-ink hover:underline hover:underline-offset-4 pointer-coarse:min-h-10">
          <Star aria-hidden="true" className="size-3.5" />
          {state("stars", { count: stars })}
        </Link>
        {forks > 0 ? (
          <span className="inline-flex items-center gap-1">
            <GitFork aria-hidden="true" className="size-3.5" />
            {state("remixes", { count: forks })}
          </span>
        ) : null}
        <a href="#comments" className="inline-flex min-h-7 items-center gap-1 hover:text-ink hover:underline hover:underline-offset-4 pointer-coarse:min-h-10">
          <MessageSquare aria-hidden="true" className="size-3.5" />
          <span className="sr-only">{state("comments", { count: comments })}</span>
          <span aria-hidden="true">{number(comments, locale)}</span>
        </a>
        {license === null ? null : (
          <Link href={`/?license=${encodeURIComponent(license)}`} className="inline-flex min-h-7 items-center gap-1 hover:text-ink hover:underline hover:underline-offset-4 pointer-coarse:min-h-10">
            <Scale aria-hidden="true" className="size-3.5" />
            <span className="sr-only">{state("license")}</span> {license}
          </Link>
        )}
        {tags.length > 0 ? (
          <ul aria-label={state("tags")} className="flex flex-wrap gap-x-3">
            {tags.map((tag) => (
              <li key={tag}>
                <TagLink name={tag} />
              </li>
            ))}
          </ul>
        ) : null}
      </div>
    </header>
  );
}
