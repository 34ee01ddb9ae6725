import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { Link } from "@/components/link";
import { PageHeading } from "@/components/ui/page-heading";
import { RegisterForm } from "@/features/session/components/register-form";
import { getViewerOrNobody } from "@/features/session/viewer";
import { Messages } from "@/i18n/provide";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("session");
  return { title: t("registerTitle"), robots: { index: false } };
}

export default async function RegisterPage() {
  const t = await getTranslations("session");
  if ((await getViewerOrNobody()) !== null) redirect("/");
  return (
    <div className="mx-auto max-w-sm">
      <PageHeading title={t("registerTitle")}>{t("registerLead")}</PageHeading>
      <Messages namespaces={["session"]}>
        <RegisterForm />
      </Messages>
      <p className="mt-6 border-t border-line pt-4 text-sm text-muted">
        {t("haveAccount")}{" "}
        <Link href="/login" className="link">
          {t("logIn")}
        </Link>
      </p>
    </div>
  );
}
