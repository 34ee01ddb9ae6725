import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { Link } from "@/components/link";
import { ButtonLink } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHeading } from "@/components/ui/page-heading";
import { ReportForm } from "@/features/reports/components/report-form";
import { nameOf, reportPath, targetIn, targetPath } from "@/features/reports/target";
import { requireViewer } from "@/features/session/viewer";
import { Messages } from "@/i18n/provide";
import { one, type SearchParams } from "@/lib/query";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("report_page");
  return { title: t("title"), description: t("lead"), robots: { index: false }, alternates: { canonical: "/report" } };
}

/** The report dialog as a page: `/report?kind=project&handle=ada&slug=clock`. */
export default async function Report({ searchParams }: { searchParams: SearchParams }) {
  const query = await searchParams;
  const target = targetIn((name) => one(query[name]));
  const t = await getTranslations("report_page");
  if (target === null) {
    return (
      <>
        <PageHeading title={t("title")}>{t("lead")}</PageHeading>
        <EmptyState title={t("nothing")} action={<ButtonLink href="/settings/reports">{t("mine")}</ButtonLink>}>
          {t("nothingText")}
        </EmptyState>
      </>
    );
  }
  const viewer = await requireViewer();
  const path = targetPath(target);
  const own = target.kind !== "comment" && target.handle?.toLowerCase() === viewer.handle;
  return (
    <>
      <PageHeading title={t("title")}>
        {t(`kinds.${target.kind}`)}{" "}
        <Link href={path} className="link break-words">
          {target.kind === "comment" ? t("look") : nameOf(target)}
        </Link>
      </PageHeading>
      {own ? (
        <EmptyState title={t("own")} action={<ButtonLink href={path}>{t("back")}</ButtonLink>} />
      ) : (
        <Messages namespaces={["reports", "report_page"]}>
          <ReportForm key={reportPath(target)} target={target} back={path} />
        </Messages>
      )}
    </>
  );
}
