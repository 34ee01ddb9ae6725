import { getTranslations } from "next-intl/server";
import { RelativeTime } from "@/components/relative-time";
import { Avatar } from "@/components/ui/avatar";
import { ButtonLink } from "@/components/ui/button";
import { TabLinks } from "@/components/ui/tab-links";
import { FollowButton } from "@/features/follows/components/follow-button";
import { FeedLink } from "@/features/projects/components/feed-link";
import { ReportButton } from "@/features/reports/components/report-button";
import { getViewerOrNobody } from "@/features/session/viewer";
import type { Maker } from "../api";

export const VIEWS = ["projects", "collections", "followers", "following"] as const;
export type View = (typeof VIEWS)[number];

export function makerPath(handle: string, view: View = "projects"): string {
  return view === "projects" ? `/makers/${handle}` : `/makers/${handle}/${view}`;
}

/** Name and sections of a maker's profile. */
export async function MakerHeading({ maker, view }: { maker: Maker; view: View }) {
  const [t, viewer] = await Promise.all([getTranslations("maker"), getViewerOrNobody()]);
  const { handle, display_name, bio, links, avatar_url, joined_at, followers, following } = maker;
  const counts: Partial<Record<View, number>> = { followers, following };
  return (
    <div className="mb-2">
      <div className="flex flex-wrap items-start gap-x-5 gap-y-4">
        <Avatar name={display_name} url={avatar_url} size="large" />
        <div className="min-w-0 grow basis-60">
          <h1 className="text-2xl font-semibold break-words">{display_name}</h1>
          <p className="text-muted">
            @{handle} · {t("joined")} <RelativeTime iso={joined_at} />
          </p>
          {bio === "" ? null : <p className="mt-2 max-w-prose text-pretty whitespace-pre-line">{bio}</p>}
          {links.length > 0 ? (
            <ul className="mt-2 flex flex-wrap gap-x-4">
              {links.map(({ label, url }) => (
                <li key={`${label} ${url}`}>
                  <a href={url} rel="nofollow ugc noopener me" className="link inline-flex min-h-7 items-center pointer-coarse:min-h-10">
                    {label}
                  </a>
                </li>
              ))}
            </ul>
          ) : null}
        </div>
        <div className="flex flex-wrap gap-2">
          {viewer?.handle === handle ? (
            <ButtonLink href="/settings">{t("edit")}</ButtonLink>
          ) : (
            <FollowButton subject={{ kind: "maker", handle }} name={display_name} />
          )}
          <FeedLink href={`/api/v1/makers/${handle}/feed.atom`} name={display_name} />
          <ReportButton target={{ kind: "maker", handle }} name={display_name} own={handle} />
        </div>
      </div>
      <TabLinks
        className="mt-6"
        label={t("views", { name: display_name })}
        items={VIEWS.map((each) => {
          const count = counts[each];
          return { href: makerPath(handle, each), label: t(each), current: each === view, ...(count === undefined ? {} : { count }) };
        })}
      />
    </div>
  );
}
