import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { Link } from "@/components/link";
import { RelativeTime } from "@/components/relative-time";
import { Avatar } from "@/components/ui/avatar";
import { Badge } from "@/components/ui/badge";
import { Row, Rows } from "@/components/ui/rows";
import { InviteForm } from "@/features/members/components/invite-form";
import { MemberControls } from "@/features/members/components/member-controls";
import { RevokeButton } from "@/features/members/components/revoke-button";
import { loadProject, loadMembership } from "@/features/projects/api";
import { requireViewer } from "@/features/session/viewer";
import { projectPath } from "@/features/workflows/paths";
import { Messages } from "@/i18n/provide";
import { api, load } from "@/lib/api/server";

type Props = PageProps<"/projects/[handle]/[slug]/members">;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { handle, slug } = await params;
  const [project, t] = await Promise.all([loadProject(handle, slug), getTranslations("members")]);
  return { title: t("title", { title: project.title }), robots: { index: false } };
}

/** Members of a project. Only members can see the page. */
export default async function MembersPage({ params }: Props) {
  const viewer = await requireViewer();
  const { handle, slug } = await params;
  const project = await loadProject(handle, slug);
  const [standing, t] = await Promise.all([loadMembership(project.handle, project.slug), getTranslations("members")]);
  if (standing.role === null) notFound();
  const place = { handle: project.handle, slug: project.slug };
  const isOwner = standing.role === "owner";
  // Archived and removed projects are read-only, but members can still leave and be removed.
  const isOpen = project.status === "draft" || project.status === "published";
  const invitations = isOwner
    ? (await load((await api()).GET("/api/v1/projects/{handle}/{slug}/invitations", { params: { path: place } }))).data
    : [];
  return (
    <div className="mx-auto max-w-3xl space-y-8">
      <h1 className="text-2xl font-semibold">
        {t.rich("heading", {
          title: project.title,
          project: (chunks) => (
            <Link href={projectPath(project)} className="link">
              {chunks}
            </Link>
          ),
        })}
      </h1>
      <Messages namespaces={["members"]}>
        <section aria-labelledby="members">
          <h2 id="members" className="text-lg font-semibold">
            {t("members")}
          </h2>
          <Rows>
            {standing.members.map((member) => {
              const isSelf = member.handle === viewer.handle;
              return (
                <Row key={member.handle} className="flex flex-wrap items-center gap-x-4 gap-y-2" data-testid="member">
                  <Avatar name={member.display_name} url={member.avatar_url} />
                  <div className="min-w-40 grow">
                    <p>
                      <Link href={`/makers/${encodeURIComponent(member.handle)}`} className="font-medium hover:underline hover:underline-offset-4">
                        {member.display_name}
                      </Link>{" "}
                      <span className="text-muted">@{member.handle}</span>
                    </p>
                    <p className="flex items-center gap-2 text-sm text-muted">
                      <Badge look={member.role === "owner" ? "accent" : "plain"}>{t(`roles.${member.role}`)}</Badge>
                      <span>
                        {t("since")} <RelativeTime iso={member.since} />
                      </span>
                    </p>
                  </div>
                  {member.role !== "owner" && (isOwner || isSelf) ? (
                    <MemberControls
                      key={member.role}
                      place={place}
                      member={{ handle: member.handle, display_name: member.display_name, role: member.role }}
                      isSelf={isSelf}
                    />
                  ) : null}
                </Row>
              );
            })}
          </Rows>
        </section>
        {isOwner && isOpen ? (
          <section aria-labelledby="invite" className="space-y-3">
            <h2 id="invite" className="text-lg font-semibold">
              {t("inviteHeading")}
            </h2>
            <InviteForm handle={place.handle} slug={place.slug} />
          </section>
        ) : null}
        {isOwner ? (
          <section aria-labelledby="pending">
            <h2 id="pending" className="text-lg font-semibold">
              {t("pending")}
            </h2>
            {invitations.length === 0 ? (
              <p className="text-muted">{t("pendingNone")}</p>
            ) : (
              <Rows>
                {invitations.map((invitation) => {
                  const who = invitation.handle === null ? (invitation.email ?? "") : `@${invitation.handle}`;
                  return (
                    <Row key={invitation.invitation_id} className="flex flex-wrap items-center gap-x-4 gap-y-1" data-testid="invitation">
                      <div className="min-w-40 grow">
                        <p className="break-words">{who}</p>
                        <p className="flex flex-wrap items-center gap-2 text-sm text-muted">
                          <Badge>{t(`roles.${invitation.role}`)}</Badge>
                          <span>
                            {t("invitedAt")} <RelativeTime iso={invitation.created_at} />
                          </span>
                        </p>
                      </div>
                      <RevokeButton place={place} id={invitation.invitation_id} who={who} />
                    </Row>
                  );
                })}
              </Rows>
            )}
          </section>
        ) : null}
      </Messages>
    </div>
  );
}
