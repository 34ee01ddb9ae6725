import { Plus } from "lucide-react";
import { getTranslations } from "next-intl/server";
import { ButtonLink } from "@/components/ui/button";
import { getViewerOrNobody, loginPath } from "@/features/session/viewer";
import { api, load } from "@/lib/api/server";
import { FollowToggle, type Followed } from "./follow-toggle";

/** "Follow" or "Following"; visitors log in first. `name` is the subject's name on the page. */
export async function FollowButton({ subject, name }: { subject: Followed; name: string }) {
  const [t, viewer] = await Promise.all([getTranslations("follows"), getViewerOrNobody()]);
  const label = t("label", { name });
  if (viewer === null) {
    return (
      <ButtonLink href={await loginPath()} aria-label={label}>
        <Plus aria-hidden="true" />
        {t("follow")}
      </ButtonLink>
    );
  }
  if (subject.kind === "maker" && subject.handle === viewer.handle) return null;
  return (
    <FollowToggle
      subject={subject}
      on={await follows(subject)}
      words={{ follow: t("follow"), following: t("following"), failed: t("failed"), label, labelOn: t("labelOn", { name }) }}
    />
  );
}

async function follows(subject: Followed): Promise<boolean> {
  const client = await api();
  switch (subject.kind) {
    case "maker": {
      const marks = await load(client.GET("/api/v1/me/reactions", { params: { query: { makers: subject.handle } } }));
      return marks.followed_makers.length > 0;
    }
    case "tag": {
      const marks = await load(client.GET("/api/v1/me/reactions", { params: { query: { tags: subject.name } } }));
      return marks.followed_tags.length > 0;
    }
    case "tool": {
      const marks = await load(client.GET("/api/v1/me/reactions", { params: { query: { tools: subject.slug } } }));
      return marks.followed_tools.length > 0;
    }
    case "project": {
      // Reactions are stored by id; project pages load star and follow in one request.
      const project = await load(
        client.GET("/api/v1/projects/{handle}/{slug}", { params: { path: { handle: subject.handle, slug: subject.slug } } }),
      );
      const marks = await load(client.GET("/api/v1/me/reactions", { params: { query: { projects: project.project_id } } }));
      return marks.followed_projects.length > 0;
    }
  }
}
