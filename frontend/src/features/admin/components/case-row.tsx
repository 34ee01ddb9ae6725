import { getTranslations } from "next-intl/server";
import { Link } from "@/components/link";
import { RelativeTime } from "@/components/relative-time";
import { Badge } from "@/components/ui/badge";
import { Row } from "@/components/ui/rows";
import { targetName } from "../paths";
import type { Case } from "../api";
import { StandingBadge } from "./standing-badge";

/** One case in the list: target, reason, dates and decision. */
export async function CaseRow({ found }: { found: Case }) {
  const [t, words] = await Promise.all([getTranslations("admin"), getTranslations("moderation")]);
  const { case_id, target, reports, reasons, opened_at, updated_at, settled_at, settled_by, outcome, answer } = found;
  return (
    <Row>
      <h3 className="font-semibold">
        <Link href={`/admin/reports/${case_id}`} className="break-words hover:text-accent-strong hover:underline hover:underline-offset-4">
          {t(`target.${target.kind}`)} {targetName(target) ?? t("gone")}
        </Link>
      </h3>
      <p className="mt-1 flex flex-wrap items-center gap-1.5">
        {reasons.map((reason) => (
          <Badge key={reason} look="warn">
            {words(`reasons.${reason}`)}
          </Badge>
        ))}
        <StandingBadge standing={target.standing} />
      </p>
      <p className="mt-1 flex flex-wrap gap-x-4 text-sm text-muted">
        <span>{t("reports", { count: reports })}</span>
        {target.author === null || target.kind === "maker" ? null : <span>{t("author", { handle: target.author })}</span>}
        <span>
          {t("opened")} <RelativeTime iso={opened_at} />
        </span>
        {settled_at === null && updated_at !== opened_at ? (
          <span>
            {t("again")} <RelativeTime iso={updated_at} />
          </span>
        ) : null}
      </p>
      {settled_at === null || outcome === null ? null : (
        <p className="mt-1 text-sm">
          {t(`outcomes.${outcome}`)} {settled_by === null ? null : t("by", { handle: settled_by })} <RelativeTime iso={settled_at} />
          {answer === "" ? null : <span className="block text-muted">{t("answered", { answer })}</span>}
        </p>
      )}
    </Row>
  );
}
