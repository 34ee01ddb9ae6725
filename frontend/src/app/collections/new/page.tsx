import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { PageHeading } from "@/components/ui/page-heading";
import { NewCollectionForm } from "@/features/collections/components/new-collection-form";
import { requireViewer } from "@/features/session/viewer";
import { Messages } from "@/i18n/provide";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("collections");
  return { title: t("new"), robots: { index: false } };
}

export default async function NewCollectionPage() {
  const [viewer, t] = await Promise.all([requireViewer(), getTranslations("collections")]);
  return (
    <div className="mx-auto max-w-xl">
      <PageHeading title={t("new")}>{t("newLead")}</PageHeading>
      <Messages namespaces={["collections"]}>
        <NewCollectionForm handle={viewer.handle} />
      </Messages>
    </div>
  );
}
