import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { PageHeading } from "@/components/ui/page-heading";
import { requireViewer } from "@/features/session/viewer";
import { ProfileForm } from "@/features/settings/components/profile-form";
import { Messages } from "@/i18n/provide";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("settings");
  return { title: t("profile.title"), robots: { index: false } };
}

export default async function ProfilePage() {
  const [viewer, t] = await Promise.all([requireViewer(), getTranslations("settings")]);
  return (
    <>
      <PageHeading title={t("profile.title")}>{t("profile.lead")}</PageHeading>
      <Messages namespaces={["settings"]}>
        <ProfileForm me={viewer} />
      </Messages>
    </>
  );
}
