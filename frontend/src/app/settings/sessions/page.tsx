import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { PageHeading } from "@/components/ui/page-heading";
import { requireViewer } from "@/features/session/viewer";
import { SessionList } from "@/features/settings/components/session-list";
import { Messages } from "@/i18n/provide";
import { api, load } from "@/lib/api/server";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("sessions");
  return { title: t("title"), robots: { index: false } };
}

export default async function SessionsPage() {
  await requireViewer();
  const [t, page] = await Promise.all([getTranslations("sessions"), load((await api()).GET("/api/v1/auth/sessions"))]);
  return (
    <>
      <PageHeading title={t("title")}>{t("lead")}</PageHeading>
      <Messages namespaces={["sessions"]}>
        <SessionList sessions={page.data} />
      </Messages>
    </>
  );
}
