import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { Link } from "@/components/link";
import { PageHeading } from "@/components/ui/page-heading";
import { RegisterForm } from "@/features/account/components/register-form";
import { getViewerOrNobody } from "@/features/session/viewer";
import { Messages } from "@/i18n/provide";
import { one, withQuery, type SearchParams } from "@/lib/query";
import { localPath } from "@/lib/same-origin";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("session");
  return { title: t("registerTitle"), robots: { index: false } };
}

export default async function RegisterPage({ searchParams }: { searchParams: SearchParams }) {
  const [query, t] = await Promise.all([searchParams, getTranslations("session")]);
  const next = localPath(one(query.next));
  if ((await getViewerOrNobody()) !== null) redirect(next);
  return (
    <div className="mx-auto max-w-sm">
      <PageHeading title={t("registerTitle")}>{t("registerLead")}</PageHeading>
      <Messages namespaces={["session"]}>
        <RegisterForm next={next} />
        <noscript>
          <p className="mt-4 text-sm text-muted">{t("needsScript")}</p>
        </noscript>
      </Messages>
      <p className="mt-6 border-t border-line pt-4 text-sm text-muted">
        {t("haveAccount")}{" "}
        <Link href={withQuery("/login", { next: next === "/" ? undefined : next })} className="link">
          {t("logIn")}
        </Link>
      </p>
    </div>
  );
}
