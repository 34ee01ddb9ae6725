import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { Link } from "@/components/link";
import { PageHeading } from "@/components/ui/page-heading";
import { LoginForm } from "@/features/session/components/login-form";
import { getViewerOrNobody } from "@/features/session/viewer";
import { Messages } from "@/i18n/provide";
import { ApiError, problemMessage } from "@/lib/api/problem";
import { one, withQuery, type SearchParams } from "@/lib/query";
import { localPath } from "@/lib/same-origin";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("session");
  return { title: t("loginTitle"), robots: { index: false } };
}

export default async function LoginPage({ searchParams }: { searchParams: SearchParams }) {
  const [query, t, errors] = await Promise.all([searchParams, getTranslations("session"), getTranslations("errors")]);
  const next = localPath(one(query.next));
  if ((await getViewerOrNobody()) !== null) redirect(next);
  const code = one(query.error);
  const refused = code === undefined ? null : problemMessage(new ApiError(code === "api_unreachable" ? 503 : 401, { code }), errors);
  return (
    <div className="mx-auto max-w-sm">
      <PageHeading title={t("loginTitle")} />
      <Messages namespaces={["session"]}>
        <LoginForm next={next} refused={refused} />
      </Messages>
      <p className="mt-6 border-t border-line pt-4 text-sm text-muted">
        {t("noAccount")}{" "}
        <Link href={withQuery("/register", { next: next === "/" ? undefined : next })} className="link">
          {t("register")}
        </Link>
      </p>
    </div>
  );
}
