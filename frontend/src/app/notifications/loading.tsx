import { getTranslations } from "next-intl/server";
import { ListSkeleton } from "@/components/ui/skeleton";

export default async function Loading() {
  const t = await getTranslations("common");
  return (
    <div className="mx-auto max-w-3xl">
      <ListSkeleton label={t("loading")} />
    </div>
  );
}
