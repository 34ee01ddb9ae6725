import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { AdminHeading } from "@/features/admin/components/admin-heading";
import { ToolForm } from "@/features/admin/components/tool-form";
import { requireAdmin } from "@/features/admin/require-admin";
import { fieldsOf } from "@/features/tools/fields";
import { Messages } from "@/i18n/provide";
import { api, load } from "@/lib/api/server";

type Props = PageProps<"/admin/tools/[slug]">;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const [t, { slug }] = await Promise.all([getTranslations("admin"), params]);
  return { title: t("tool.editTitle", { name: slug }), robots: { index: false }, alternates: { canonical: `/admin/tools/${slug}` } };
}

export default async function EditTool({ params }: Props) {
  await requireAdmin();
  const [t, { slug }, client] = await Promise.all([getTranslations("admin"), params, api()]);
  const answer = client.GET("/api/v1/tools/{slug}", { params: { path: { slug } } });
  const tool = await load(answer);
  const etag = (await answer).response.headers.get("etag") ?? undefined;
  return (
    <>
      <AdminHeading section={null} title={t("tool.editTitle", { name: tool.name })}>
        {t("tool.editLead")}
      </AdminHeading>
      <Messages namespaces={["admin", "tools"]}>
        <ToolForm tool={fieldsOf(tool)} etag={etag} />
      </Messages>
    </>
  );
}
