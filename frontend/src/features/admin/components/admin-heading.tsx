import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { PageHeading } from "@/components/ui/page-heading";
import { TabLinks } from "@/components/ui/tab-links";

export const SECTIONS = ["reports", "removed", "makers", "suggestions", "audit"] as const;
export type AdminSection = (typeof SECTIONS)[number] | "overview" | null;

/** Heading and sections of every admin page. */
export async function AdminHeading({
  section,
  title,
  actions,
  children,
}: {
  section: AdminSection;
  title: ReactNode;
  actions?: ReactNode;
  children?: ReactNode;
}) {
  const t = await getTranslations("admin");
  return (
    <>
      <TabLinks
        className="mb-6"
        label={t("title")}
        items={[
          { href: "/admin", label: t("sections.overview"), current: section === "overview" },
          ...SECTIONS.map((each) => ({ href: `/admin/${each}`, label: t(`sections.${each}`), current: each === section })),
        ]}
      />
      <PageHeading title={title} actions={actions}>
        {children}
      </PageHeading>
    </>
  );
}
