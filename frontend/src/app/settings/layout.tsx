import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { SettingsNav } from "@/features/settings/components/settings-nav";

const PLACES = ["profile", "account", "sessions", "notifications", "invitations", "reports", "display"] as const;

export default async function SettingsLayout({ children }: { children: ReactNode }) {
  const t = await getTranslations("settings");
  return (
    <div className="md:grid md:grid-cols-[11rem_minmax(0,1fr)] md:gap-x-12">
      <SettingsNav
        label={t("title")}
        items={PLACES.map((place) => ({ href: place === "profile" ? "/settings" : `/settings/${place}`, label: t(`nav.${place}`) }))}
      />
      <div className="min-w-0 max-w-2xl">{children}</div>
    </div>
  );
}
