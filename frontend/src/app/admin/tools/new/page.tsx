import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { AdminHeading } from "@/features/admin/components/admin-heading";
import { ToolForm } from "@/features/admin/components/tool-form";
import { requireAdmin } from "@/features/admin/require-admin";
import { Messages } from "@/i18n/provide";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("admin");
  return { title: t("tool.newTitle"), robots: { index: false }, alternates: { canonical: "/admin/tools/new" } };
}

export default async function NewTool() {
  await requireAdmin();
  const t = await getTranslations("admin");
  return (
    <>
      <AdminHeading section={null} title={t("tool.newTitle")}>
        {t("tool.newLead")}
      </AdminHeading>
      <Messages namespaces={["admin", "tools"]}>
        <ToolForm />
      </Messages>
    </>
  );
}
