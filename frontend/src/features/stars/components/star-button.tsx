import { Star } from "lucide-react";
import { getLocale, getTranslations } from "next-intl/server";
import { Link } from "@/components/link";
import { buttonClass } from "@/components/ui/button-class";
import { getViewerOrNobody, loginPath } from "@/features/session/viewer";
import { localeOf } from "@/lib/display";
import { number } from "@/lib/time";
import { StarToggle } from "./star-toggle";

/** Star of a project with its count; visitors log in first. */
export async function StarButton({
  project,
  on,
}: {
  project: { handle: string; slug: string; stars: number };
  on: boolean;
}) {
  const [t, viewer, language] = await Promise.all([getTranslations("project"), getViewerOrNobody(), getLocale()]);
  const { handle, slug, stars } = project;
  if (viewer === null) {
    return (
      <Link href={await loginPath()} className={buttonClass({ look: "outline" })} title={t("starLogIn")}>
        <Star aria-hidden="true" />
        {t("star")}
        <span className="font-mono text-xs text-muted">{number(stars, localeOf(language, null))}</span>
      </Link>
    );
  }
  return <StarToggle handle={handle} slug={slug} on={on} count={stars} words={{ star: t("star"), failed: t("starFailed") }} />;
}
