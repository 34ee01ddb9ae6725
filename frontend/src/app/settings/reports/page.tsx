import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { Paged, type NextPage } from "@/components/paged";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHeading } from "@/components/ui/page-heading";
import { requireViewer } from "@/features/session/viewer";
import { ReportRow } from "@/features/settings/components/report-row";
import { api, load } from "@/lib/api/server";
import { one, type SearchParams } from "@/lib/query";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("settings");
  return { title: t("reports.title"), robots: { index: false } };
}

async function reports(cursor?: string) {
  return load((await api()).GET("/api/v1/me/reports", { params: { query: { cursor } } }));
}

function rows(page: Awaited<ReturnType<typeof reports>>) {
  return page.data.map((report) => <ReportRow key={report.report_id} report={report} />);
}

export default async function ReportsPage({ searchParams }: { searchParams: SearchParams }) {
  await requireViewer();
  const [query, t] = await Promise.all([searchParams, getTranslations("settings")]);
  const page = await reports(one(query.cursor));

  async function more(cursor: string): Promise<NextPage> {
    "use server";
    const next = await reports(cursor);
    return { items: rows(next), next: next.next_cursor };
  }

  return (
    <>
      <PageHeading title={t("reports.title")}>{t("reports.lead")}</PageHeading>
      {page.data.length > 0 ? (
        <Paged base="/settings/reports" next={page.next_cursor} load={more}>
          {rows(page)}
        </Paged>
      ) : (
        <EmptyState title={t("reports.empty")}>{t("reports.emptyText")}</EmptyState>
      )}
    </>
  );
}
