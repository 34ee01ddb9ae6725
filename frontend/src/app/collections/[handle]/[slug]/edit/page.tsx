import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { Link } from "@/components/link";
import { PageHeading } from "@/components/ui/page-heading";
import { CollectionEditor } from "@/features/collections/components/collection-editor";
import { loadAllItems, loadCollection } from "@/features/collections/api";
import { collectionPath } from "@/features/collections/paths";
import { requireViewer } from "@/features/session/viewer";
import { Messages } from "@/i18n/provide";

type Props = PageProps<"/collections/[handle]/[slug]/edit">;

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("collections");
  return { title: t("editTitle"), robots: { index: false } };
}

export default async function EditCollectionPage({ params }: Props) {
  const { handle, slug } = await params;
  const [viewer, t] = await Promise.all([requireViewer(), getTranslations("collections")]);
  const collection = await loadCollection(handle, slug);
  const path = collectionPath(collection);
  // Only the owner can edit it.
  if (collection.handle !== viewer.handle) redirect(path);
  if (collection.handle !== handle || collection.slug !== slug) redirect(collectionPath(collection, "edit"));
  const items = await loadAllItems(collection);
  return (
    <div className="mx-auto max-w-2xl">
      <PageHeading title={t("editTitle")}>
        <Link href={path} className="link">
          {collection.title}
        </Link>
      </PageHeading>
      <Messages namespaces={["collections"]}>
        <CollectionEditor collection={collection} items={items} />
      </Messages>
    </div>
  );
}
