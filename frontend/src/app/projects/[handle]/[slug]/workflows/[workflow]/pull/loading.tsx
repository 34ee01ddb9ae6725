import { getTranslations } from "next-intl/server";
import { WorkflowSkeleton } from "@/features/workflows/components/workflow-skeleton";

export default async function Loading() {
  const t = await getTranslations("common");
  return <WorkflowSkeleton label={t("loading")} />;
}
