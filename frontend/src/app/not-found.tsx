import { getTranslations } from "next-intl/server";
import type { Metadata } from "next";
import { ButtonLink } from "@/components/ui/button";
import { PageHeading } from "@/components/ui/page-heading";
import { requestContext } from "@/lib/request-context";

/** Also shown for requests that the server entry rejects; the status then tells why. */
function words() {
  const status = requestContext.getStore()?.failure?.status ?? 404;
  return status === 404 ? ({ title: "title", text: "text" } as const) : ({ title: "refusedTitle", text: "refusedText" } as const);
}

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("missing");
  return { title: t(words().title), robots: { index: false } };
}

export default async function NotFound() {
  const t = await getTranslations("missing");
  return (
    <>
      <PageHeading title={t(words().title)}>{t(words().text)}</PageHeading>
      <div className="flex flex-wrap gap-3">
        <ButtonLink href="/" look="primary">
          {t("home")}
        </ButtonLink>
        <ButtonLink href="/search">{t("search")}</ButtonLink>
      </div>
    </>
  );
}
