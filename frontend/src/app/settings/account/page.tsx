import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { PageHeading } from "@/components/ui/page-heading";
import { requireViewer } from "@/features/session/viewer";
import { DeleteAccount } from "@/features/settings/components/delete-account";
import { EmailForm } from "@/features/settings/components/email-form";
import { PasswordForm } from "@/features/settings/components/password-form";
import { Section } from "@/features/settings/components/section";
import { Messages } from "@/i18n/provide";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("settings");
  return { title: t("account.title"), robots: { index: false } };
}

export default async function AccountPage() {
  const [viewer, t] = await Promise.all([requireViewer(), getTranslations("settings")]);
  return (
    <>
      <PageHeading title={t("account.title")} />
      <Messages namespaces={["settings", "session"]}>
        <Section title={t("account.password")} lead={t("account.passwordLead")}>
          <PasswordForm handle={viewer.handle} email={viewer.email} />
        </Section>
        <Section title={t("account.email")} lead={t("account.emailLead")}>
          <EmailForm email={viewer.email} />
        </Section>
        <Section title={t("account.deleteSection")} lead={t("account.deleteLead")}>
          <DeleteAccount handle={viewer.handle} />
        </Section>
      </Messages>
    </>
  );
}
