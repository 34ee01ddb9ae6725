import { Flag } from "lucide-react";
import { getTranslations } from "next-intl/server";
import { ButtonLink } from "@/components/ui/button";
import { getViewerOrNobody } from "@/features/session/viewer";
import { Messages } from "@/i18n/provide";
import { reportPath, type Target } from "../target";
import { ReportOpener } from "./report-opener";

/**
 * "Report", unless it is the viewer's own (`own` is the owner's handle). Visitors log in on the way to /report. In
 * client components use ReportOpener with the namespace `reports`.
 */
export async function ReportButton({ target, name, own }: { target: Target; name: string; own?: string }) {
  const [t, viewer] = await Promise.all([getTranslations("reports"), getViewerOrNobody()]);
  if (viewer === null) {
    return (
      <ButtonLink href={reportPath(target)} look="quiet" size="small" rel="nofollow">
        <Flag aria-hidden="true" />
        {t("report")}
      </ButtonLink>
    );
  }
  if (viewer.handle === own) return null;
  return (
    <Messages namespaces={["reports"]}>
      <ReportOpener target={target} name={name} />
    </Messages>
  );
}
