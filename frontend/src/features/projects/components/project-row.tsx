import { GitFork, MessageSquare, Scale, Star } from "lucide-react";
import { getLocale, getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { Link } from "@/components/link";
import { RelativeTime } from "@/components/relative-time";
import { Avatar } from "@/components/ui/avatar";
import { Badge } from "@/components/ui/badge";
import { Row } from "@/components/ui/rows";
import { TagLink } from "@/components/ui/tag-link";
import type { components } from "@/lib/api/schema";
import { localeOf } from "@/lib/display";
import { number } from "@/lib/time";

export type ProjectSummary = components["schemas"]["ProjectSummary"];

/**
 * A project in a list. `action` is next to its title (star, remove from collection), `note` below its tagline (match of
 * a search, news).
 */
export async function ProjectRow({
  project,
  action,
  note,
}: {
  project: ProjectSummary;
  action?: ReactNode;
  note?: ReactNode;
}) {
  const [t, language] = await Promise.all([getTranslations("project_row"), getLocale()]);
  const locale = localeOf(language, null);
  const { handle, slug, owner, title, tagline, tags, license, stars, forks, comments } = project;
  const state = project.status === "published" ? null : project.status;
  const hidden = project.visibility === "public" ? null : project.visibility;
  return (
    <Row className="flex gap-4">
      <article className="min-w-0 grow">
        <h3 className="text-[1.0625rem] font-semibold">
          <Link href={`/projects/${handle}/${slug}`} className="hover:text-accent-strong hover:underline hover:underline-offset-4">
            {title}
          </Link>
          {state !== null || hidden !== null ? (
            <span className="ms-2 inline-flex gap-1 align-middle">
              {state === null ? null : <Badge look={state === "removed" ? "danger" : "plain"}>{t(state)}</Badge>}
              {hidden === null ? null : <Badge>{t(hidden)}</Badge>}
            </span>
          ) : null}
        </h3>
        {tagline === "" ? null : <p className="mt-0.5 text-pretty text-ink/90">{tagline}</p>}
        {note ? <div className="mt-1 text-sm text-muted">{note}</div> : null}
        <div className="mt-1 flex flex-wrap items-center gap-x-4 text-sm text-muted">
          <Link href={`/makers/${owner.handle}`} className="flex min-h-7 items-center gap-2 hover:text-ink pointer-coarse:min-h-10">
            <Avatar name={owner.display_name} url={owner.avatar_url} size="small" />
            {owner.display_name}
          </Link>
          <RelativeTime iso={project.published_at ?? project.updated_at} />
          <Count icon={<Star aria-hidden="true" />} value={number(stars, locale)} words={t("stars", { count: stars })} />
          {forks > 0 ? (
            <Count icon={<GitFork aria-hidden="true" />} value={number(forks, locale)} words={t("remixes", { count: forks })} />
          ) : null}
          <Link href={`/projects/${handle}/${slug}#comments`} className="flex min-h-7 items-center hover:text-ink pointer-coarse:min-h-10">
            <Count
              icon={<MessageSquare aria-hidden="true" />}
              value={number(comments, locale)}
              words={t("comments", { count: comments })}
            />
          </Link>
          {license === null ? null : (
            <Link href={`/?license=${encodeURIComponent(license)}`} className="inline-flex min-h-7 items-center gap-1 hover:text-ink pointer-coarse:min-h-10">
              <Scale aria-hidden="true" className="size-3.5" />
              <span className="sr-only">{t("license")}</span> {license}
            </Link>
          )}
          {tags.length > 0 ? (
            <ul aria-label={t("tags")} className="flex flex-wrap gap-x-3">
              {tags.map((tag) => (
                <li key={tag}>
                  <TagLink name={tag} />
                </li>
              ))}
            </ul>
          ) : null}
        </div>
      </article>
      {action ? <div className="shrink-0">{action}</div> : null}
    </Row>
  );
}

function Count({ icon, value, words }: { icon: ReactNode; value: string; words: string }) {
  return (
    <span className="inline-flex items-center gap-1 [&_svg]:size-3.5" title={words}>
      {icon}
      <span className="font-mono text-xs" aria-hidden="true">
        {value}
      </span>
      <span className="sr-only">{words}</span>
    </span>
  );
}
