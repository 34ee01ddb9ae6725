import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { PageHeading } from "@/components/ui/page-heading";
import { MailedInvitation } from "@/features/invitations/components/mailed-invitation";
import { getViewerOrNobody } from "@/features/session/viewer";
import { Messages } from "@/i18n/provide";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("invitations");
  return { title: t("title"), robots: { index: false }, referrer: "no-referrer" };
}

/** Target of mailed links with a token. */
export default async function InvitationsPage() {
  const [t, viewer] = await Promise.all([getTranslations("invitations"), getViewerOrNobody()]);
  return (
    <div className="mx-auto max-w-md">
      <PageHeading title={t("title")} />
      <Messages namespaces={["invitations"]}>
        <MailedInvitation loggedIn={viewer !== null} />
      </Messages>
      <noscript>
        <p>{t("needsScript")}</p>
      </noscript>
    </div>
  );
}
