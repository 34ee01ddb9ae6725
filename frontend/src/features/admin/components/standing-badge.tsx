import { getTranslations } from "next-intl/server";
import { Badge } from "@/components/ui/badge";
import type { components } from "@/lib/api/schema";

type Known = components["schemas"]["CaseTarget"]["standing"];

/** State of a project or maker, unless it is the usual one. */
export async function StandingBadge({ standing, always = false }: { standing: Known; always?: boolean }) {
  const t = await getTranslations("admin");
  if (!always && (standing === "published" || standing === "active")) return null;
  return <Badge look={standing === "removed" || standing === "suspended" ? "danger" : "plain"}>{t(`standing.${standing}`)}</Badge>;
}
