import { getTranslations } from "next-intl/server";
import { Link } from "@/components/link";
import { RelativeTime } from "@/components/relative-time";
import { Badge } from "@/components/ui/badge";
import { Row } from "@/components/ui/rows";
import type { components } from "@/lib/api/schema";

type Report = components["schemas"]["Report"];

const LOOKS = { open: "plain", actioned: "accent", dismissed: "plain" } as const;

/** A report of the viewer and its outcome. */
export async function ReportRow({ report }: { report: Report }) {
  const t = await getTranslations("settings");
  const { target, reason, note, status, answer, created_at, settled_at } = report;
  const place = placeOf(target);
  return (
    <Row>
      <h2 className="flex flex-wrap items-center gap-x-2 font-semibold">
        {t(`reports.kinds.${target.kind}`)}
        {place === null ? null : (
          <Link href={place.href} className="link font-normal break-all">
            {place.name}
          </Link>
        )}
        <Badge look={LOOKS[status]}>{t(`reports.statuses.${status}`)}</Badge>
      </h2>
      <p className="mt-1 text-[0.9375rem]">
        {t(`reports.reasons.${reason}`)}
        {note === "" ? null : <span className="text-muted"> · {note}</span>}
      </p>
      {answer === "" ? null : (
        <p className="mt-2 border-s-2 border-accent ps-3 text-[0.9375rem] whitespace-pre-line">
          <span className="block text-sm text-muted">{t("reports.answer")}</span>
          {answer}
        </p>
      )}
      <p className="mt-1 text-sm text-muted">
        {t("reports.reported")} <RelativeTime iso={created_at} />
        {settled_at === null ? null : (
          <>
            {" · "}
            {t("reports.settled")} <RelativeTime iso={settled_at} />
          </>
        )}
      </p>
    </Row>
  );
}

function placeOf({ kind, handle, slug, workflow, comment_id }: Report["target"]): { href: string; name: string } | null {
  if (handle === null) return null;
  if (slug === null) return { href: `/makers/${handle}`, name: `@${handle}` };
  if (kind === "collection") return { href: `/collections/${handle}/${slug}`, name: `${handle}/${slug}` };
  const project = { href: `/projects/${handle}/${slug}`, name: `${handle}/${slug}` };
  if (workflow !== null) return { href: `${project.href}/workflows/${workflow}`, name: `${project.name}/${workflow}` };
  return comment_id === null ? project : { ...project, href: `${project.href}#comment-${comment_id}` };
}
