import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { PageHeading } from "@/components/ui/page-heading";
import { ResetForm } from "@/features/account/components/reset-form";
import { Messages } from "@/i18n/provide";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("account");
  return { title: t("resetTitle"), robots: { index: false }, referrer: "no-referrer" };
}

/** Target of mailed links with a token. */
export default async function ResetPage() {
  const t = await getTranslations("account");
  return (
    <div className="mx-auto max-w-sm">
      <PageHeading title={t("resetTitle")}>{t("resetLead")}</PageHeading>
      <Messages namespaces={["account", "session"]}>
        <ResetForm />
      </Messages>
      <noscript>
        <p>{t("needsScript")}</p>
      </noscript>
    </div>
  );
}
