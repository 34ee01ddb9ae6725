import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { PageHeading } from "@/components/ui/page-heading";
import { requireViewer } from "@/features/session/viewer";
import { PreferencesForm } from "@/features/settings/components/preferences-form";
import { Messages } from "@/i18n/provide";
import { api, load } from "@/lib/api/server";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("settings");
  return { title: t("notifications.title"), robots: { index: false } };
}

export default async function NotificationSettingsPage() {
  await requireViewer();
  const [t, preferences] = await Promise.all([
    getTranslations("settings"),
    load((await api()).GET("/api/v1/notifications/preferences")),
  ]);
  return (
    <>
      <PageHeading title={t("notifications.title")}>{t("notifications.lead")}</PageHeading>
      <Messages namespaces={["settings"]}>
        <PreferencesForm preferences={preferences} />
      </Messages>
    </>
  );
}
