import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { PageHeading } from "@/components/ui/page-heading";
import { ConfirmAddress } from "@/features/account/components/confirm-address";
import { getViewerOrNobody } from "@/features/session/viewer";
import { Messages } from "@/i18n/provide";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("account");
  return { title: t("confirmTitle"), robots: { index: false }, referrer: "no-referrer" };
}

/** Target of mailed links with a token: registrations and changed addresses. */
export default async function ConfirmPage() {
  const [t, viewer] = await Promise.all([getTranslations("account"), getViewerOrNobody()]);
  return (
    <div className="mx-auto max-w-md">
      <PageHeading title={t("confirmTitle")} />
      <Messages namespaces={["account", "session"]}>
        <ConfirmAddress viewer={viewer?.handle ?? null} />
      </Messages>
      <noscript>
        <p>{t("needsScript")}</p>
      </noscript>
    </div>
  );
}
