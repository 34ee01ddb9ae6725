import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { Link } from "@/components/link";
import { PageHeading } from "@/components/ui/page-heading";
import { requireViewer } from "@/features/session/viewer";
import { SuggestForm } from "@/features/tools/components/suggest-form";
import { Messages } from "@/i18n/provide";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("suggest");
  return { title: t("title"), description: t("lead"), robots: { index: false }, alternates: { canonical: "/tools/suggest" } };
}

export default async function Suggest() {
  await requireViewer();
  const t = await getTranslations("suggest");
  return (
    <>
      <PageHeading title={t("title")}>
        {t("lead")}{" "}
        <Link href="/tools" className="link">
          {t("look")}
        </Link>
      </PageHeading>
      <Messages namespaces={["suggest", "tools"]}>
        <SuggestForm />
      </Messages>
    </>
  );
}
