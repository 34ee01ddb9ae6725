import { getTranslations } from "next-intl/server";
import { Link } from "@/components/link";
import { RelativeTime } from "@/components/relative-time";
import { Avatar } from "@/components/ui/avatar";
import { Row } from "@/components/ui/rows";
import { FollowToggle, type Followed } from "@/features/follows/components/follow-toggle";
import type { components } from "@/lib/api/schema";

type Follow = components["schemas"]["Follow"];

/** A follow with a button to end it. It stays in the list until the page closes, so that it can be undone. */
export async function FollowRow({ follow }: { follow: Follow }) {
  const [t, follows] = await Promise.all([getTranslations("me"), getTranslations("follows")]);
  const found = subjectOf(follow);
  if (found === null) return null;
  const { subject, href, address } = found;
  const name = follow.kind === "tag" ? `#${follow.name}` : follow.name;
  return (
    <Row className="flex items-center gap-3">
      {follow.kind === "maker" ? <Avatar name={follow.name} url={follow.image_url} /> : null}
      <div className="min-w-0 grow">
        <h2 className="font-semibold break-words">
          <Link href={href} className="hover:text-accent-strong hover:underline hover:underline-offset-4">
            {name}
          </Link>
          {address === null ? null : <span className="ms-2 font-normal text-muted">{address}</span>}
        </h2>
        <p className="text-sm text-muted">
          {t("since")} <RelativeTime iso={follow.since} />
        </p>
      </div>
      <FollowToggle
        subject={subject}
        on
        words={{
          follow: follows("follow"),
          following: follows("following"),
          failed: follows("failed"),
          label: follows("label", { name }),
          labelOn: follows("labelOn", { name }),
        }}
      />
    </Row>
  );
}

function subjectOf({ kind, handle, slug, name }: Follow): { subject: Followed; href: string; address: string | null } | null {
  switch (kind) {
    case "maker":
      return handle === null ? null : { subject: { kind, handle }, href: `/makers/${handle}`, address: `@${handle}` };
    case "project":
      if (handle === null || slug === null) return null;
      return { subject: { kind, handle, slug }, href: `/projects/${handle}/${slug}`, address: `@${handle}` };
    case "tag": {
      const tag = slug ?? name;
      return { subject: { kind, name: tag }, href: `/tags/${encodeURIComponent(tag)}`, address: null };
    }
    case "tool":
      return slug === null ? null : { subject: { kind, slug }, href: `/tools/${slug}`, address: null };
  }
}
