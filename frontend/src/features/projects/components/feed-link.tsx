import { Rss } from "lucide-react";
import { getTranslations } from "next-intl/server";
import { buttonClass } from "@/components/ui/button-class";

/** Atom feed of the page. */
export async function FeedLink({ href, name }: { href: string; name: string }) {
  const t = await getTranslations("projects");
  const label = t("feed", { name });
  return (
    <a href={href} className={buttonClass({ look: "quiet", size: "icon" })} aria-label={label} title={label}>
      <Rss aria-hidden="true" />
    </a>
  );
}
