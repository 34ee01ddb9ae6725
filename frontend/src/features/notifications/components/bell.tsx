import { Bell as BellIcon } from "lucide-react";
import { getLocale, getTranslations } from "next-intl/server";
import { BellLink } from "./bell-link";

/** Link to the notifications. The unread count loads after the page and stays current. */
export async function Bell({ label }: { label: string }) {
  const [t, locale] = await Promise.all([getTranslations("notifications"), getLocale()]);
  return (
    <BellLink label={label} unread={t("unreadWord")} locale={locale}>
      <BellIcon aria-hidden="true" />
    </BellLink>
  );
}
