import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { Link } from "@/components/link";
import { PageHeading } from "@/components/ui/page-heading";
import { ResendForm } from "@/features/account/components/resend-form";
import { getViewerOrNobody } from "@/features/session/viewer";
import { Messages } from "@/i18n/provide";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("account");
  return { title: t("forgotTitle"), robots: { index: false } };
}

export default async function ForgotPasswordPage() {
  const [t, viewer] = await Promise.all([getTranslations("account"), getViewerOrNobody()]);
  return (
    <div className="mx-auto max-w-sm">
      <PageHeading title={t("forgotTitle")}>{t("forgotLead")}</PageHeading>
      <Messages namespaces={["account", "session"]}>
        <ResendForm reset initial={viewer?.email} />
      </Messages>
      <p className="mt-6 border-t border-line pt-4 text-sm text-muted">
        <Link href="/login" className="link">
          {t("backToLogin")}
        </Link>
      </p>
    </div>
  );
}
