import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { Paged, type NextPage } from "@/components/paged";
import { EmptyState } from "@/components/ui/empty-state";
import { TabLinks } from "@/components/ui/tab-links";
import { AdminHeading } from "@/features/admin/components/admin-heading";
import { CaseRow } from "@/features/admin/components/case-row";
import { requireAdmin } from "@/features/admin/require-admin";
import { api, load } from "@/lib/api/server";
import { one, oneOf, type SearchParams, withQuery } from "@/lib/query";

const STATUSES = ["open", "actioned", "dismissed"] as const;
type Status = (typeof STATUSES)[number];

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("admin");
  return { title: t("sections.reports"), robots: { index: false }, alternates: { canonical: "/admin/reports" } };
}

async function cases(status: Status, cursor?: string) {
  return load((await api()).GET("/api/v1/admin/reports", { params: { query: { status, cursor } } }));
}

function rows(page: Awaited<ReturnType<typeof cases>>) {
  return page.data.map((found) => <CaseRow key={found.case_id} found={found} />);
}

export default async function Reports({ searchParams }: { searchParams: SearchParams }) {
  await requireAdmin();
  const [t, query] = await Promise.all([getTranslations("admin"), searchParams]);
  const status = oneOf(STATUSES, query.status) ?? "open";
  const page = await cases(status, one(query.cursor));
  const path = (each: Status) => withQuery("/admin/reports", { status: each === "open" ? undefined : each });

  async function more(cursor: string): Promise<NextPage> {
    "use server";
    const next = await cases(status, cursor);
    return { items: rows(next), next: next.next_cursor };
  }

  return (
    <>
      <AdminHeading section="reports" title={t("sections.reports")}>
        {t("reportsLead")}
      </AdminHeading>
      <TabLinks
        label={t("status")}
        items={STATUSES.map((each) => ({ href: path(each), label: t(`statuses.${each}`), current: each === status }))}
      />
      <h2 className="sr-only">{t(`statuses.${status}`)}</h2>
      {page.data.length > 0 ? (
        <Paged base={path(status)} next={page.next_cursor} load={more}>
          {rows(page)}
        </Paged>
      ) : (
        <div className="pt-8">
          <EmptyState title={t(`noReports.${status}`)}>{status === "open" ? t("noReports.openText") : null}</EmptyState>
        </div>
      )}
    </>
  );
}
