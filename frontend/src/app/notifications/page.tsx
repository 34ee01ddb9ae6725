import { Settings } from "lucide-react";
import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { ButtonLink } from "@/components/ui/button";
import { PageHeading } from "@/components/ui/page-heading";
import { TabLinks } from "@/components/ui/tab-links";
import { NotificationList } from "@/features/notifications/components/notification-list";
import { requireViewer } from "@/features/session/viewer";
import { Messages } from "@/i18n/provide";
import { api, load } from "@/lib/api/server";
import { one, oneOf, type SearchParams } from "@/lib/query";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("notifications");
  return { title: t("title"), robots: { index: false } };
}

export default async function NotificationsPage({ searchParams }: { searchParams: SearchParams }) {
  await requireViewer();
  const [query, t] = await Promise.all([searchParams, getTranslations("notifications")]);
  const unread = oneOf(["unread"], query.show) !== undefined;
  const cursor = one(query.cursor);
  const page = await load((await api()).GET("/api/v1/notifications", { params: { query: { unread, cursor } } }));
  return (
    <div className="mx-auto max-w-3xl">
      <PageHeading
        title={t("title")}
        actions={
          <ButtonLink href="/settings/notifications" look="quiet">
            <Settings aria-hidden="true" />
            {t("settings")}
          </ButtonLink>
        }
      />
      <TabLinks
        label={t("views")}
        items={[
          { href: "/notifications", label: t("all"), current: !unread },
          { href: "/notifications?show=unread", label: t("onlyUnread"), current: unread },
        ]}
      />
      <Messages namespaces={["notifications"]}>
        <NotificationList key={`${unread} ${cursor ?? ""}`} first={page.data} next={page.next_cursor} unreadOnly={unread} />
      </Messages>
    </div>
  );
}
