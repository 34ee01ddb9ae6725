import { getTranslations } from "next-intl/server";
import type { Metadata } from "next";
import { ButtonLink } from "@/components/ui/button";
import { PageHeading } from "@/components/ui/page-heading";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("missing");
  return { title: t("title"), robots: { index: false } };
}

export default async function NotFound() {
  const t = await getTranslations("missing");
  return (
    <>
      <PageHeading title={t("title")}>{t("text")}</PageHeading>
      <div className="flex flex-wrap gap-3">
        <ButtonLink href="/" look="primary">
          {t("home")}
        </ButtonLink>
        <ButtonLink href="/search">{t("search")}</ButtonLink>
      </div>
    </>
  );
}
