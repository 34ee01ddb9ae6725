import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { buttonClass } from "@/components/ui/button-class";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHeading } from "@/components/ui/page-heading";
import { Link } from "@/components/link";
import { InvitationList } from "@/features/invitations/components/invitation-list";
import { requireViewer } from "@/features/session/viewer";
import { Messages } from "@/i18n/provide";
import { api, load } from "@/lib/api/server";
import { one, withQuery, type SearchParams } from "@/lib/query";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("invitations");
  return { title: t("mine"), robots: { index: false } };
}

export default async function MyInvitationsPage({ searchParams }: { searchParams: SearchParams }) {
  await requireViewer();
  const [query, t] = await Promise.all([searchParams, getTranslations("invitations")]);
  const cursor = one(query.cursor);
  const page = await load((await api()).GET("/api/v1/me/invitations", { params: { query: { cursor, limit: 50 } } }));
  return (
    <>
      <PageHeading title={t("mine")}>{t("mineLead")}</PageHeading>
      {page.data.length > 0 ? (
        <Messages namespaces={["invitations"]}>
          <InvitationList key={cursor ?? ""} invitations={page.data} label={t("mine")} />
        </Messages>
      ) : (
        <EmptyState title={t("empty")}>{t("emptyText")}</EmptyState>
      )}
      {page.next_cursor === null ? null : (
        <p className="py-6 text-center">
          <Link className={buttonClass({ look: "outline" })} href={withQuery("/settings/invitations", { cursor: page.next_cursor })}>
            {t("more")}
          </Link>
        </p>
      )}
    </>
  );
}
