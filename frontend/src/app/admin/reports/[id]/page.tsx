import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { Link } from "@/components/link";
import { RelativeTime } from "@/components/relative-time";
import { Alert } from "@/components/ui/alert";
import { Badge } from "@/components/ui/badge";
import { TabLinks } from "@/components/ui/tab-links";
import { adminMakerPath, adminPath, isId, publicPath, targetName } from "@/features/admin/paths";
import { AdminHeading } from "@/features/admin/components/admin-heading";
import { DecideForm } from "@/features/admin/components/decide-form";
import { RestoreButton } from "@/features/admin/components/removal-actions";
import { SnapshotFields, SnapshotDiff } from "@/features/admin/components/snapshot-fields";
import { StandingBadge } from "@/features/admin/components/standing-badge";
import { requireAdmin } from "@/features/admin/require-admin";
import { type CaseDetail, loadCase } from "@/features/admin/api";
import { snapshotFields } from "@/features/admin/snapshot";
import { Messages } from "@/i18n/provide";
import { one } from "@/lib/query";

type Props = PageProps<"/admin/reports/[id]">;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const [t, { id }] = await Promise.all([getTranslations("admin"), params]);
  return { title: t("case.title"), robots: { index: false }, alternates: { canonical: `/admin/reports/${id}` } };
}

export default async function CasePage({ params, searchParams }: Props) {
  await requireAdmin();
  const [{ id }, query] = await Promise.all([params, searchParams]);
  if (!isId(id)) notFound();
  const detail = await loadCase(id);
  const t = await getTranslations("admin");
  const found = detail.case;
  const { target } = found;
  const seen = publicPath(target);
  const whole = adminPath(target);
  return (
    <>
      <AdminHeading
        section="reports"
        title={
          <span className="break-words">
            {t(`target.${target.kind}`)} {targetName(target) ?? t("gone")}
          </span>
        }
      >
        <div className="flex flex-wrap items-center gap-x-4 gap-y-1">
          <StandingBadge standing={target.standing} always />
          {target.author === null ? null : (
            <Link href={adminMakerPath(target.author)} className="link inline-flex min-h-7 items-center pointer-coarse:min-h-10">
              {t("by", { handle: target.author })}
            </Link>
          )}
          {seen === null ? null : (
            <Link href={seen} className="link inline-flex min-h-7 items-center pointer-coarse:min-h-10">
              {t("case.see")}
            </Link>
          )}
          {whole === null || target.kind === "maker" ? null : (
            <Link href={whole} className="link inline-flex min-h-7 items-center pointer-coarse:min-h-10">
              {t("case.whole")}
            </Link>
          )}
          <Link href={`/admin/audit?target=${target.target_id}`} className="link inline-flex min-h-7 items-center pointer-coarse:min-h-10">
            {t("case.history")}
          </Link>
        </div>
      </AdminHeading>
      <div className="space-y-10">
        {found.status === "open" ? null : <Decision detail={detail} />}
        <Filed detail={detail} />
        <Texts detail={detail} chosen={one(query.text)} />
        {found.status === "open" ? (
          <section className="max-w-2xl">
            <Heading>{t("case.decide")}</Heading>
            {found.is_own ? (
              <Alert title={t("case.own")}>{t("case.ownText")}</Alert>
            ) : (
              <Messages namespaces={["admin", "moderation"]}>
                <DecideForm found={found} />
              </Messages>
            )}
          </section>
        ) : null}
      </div>
    </>
  );
}

async function Decision({ detail }: { detail: CaseDetail }) {
  const t = await getTranslations("admin");
  const { target, outcome, settled_at, settled_by, answer } = detail.case;
  const removable = target.kind !== "comment" && target.handle !== null && target.slug !== null
    ? ({ kind: target.kind === "collection" ? "collection" : "project", handle: target.handle, slug: target.slug } as const)
    : ({ kind: "comment", comment_id: target.target_id } as const);
  return (
    <Alert
      title={
        <>
          {outcome === null ? null : t(`outcomes.${outcome}`)} {settled_by === null ? null : t("by", { handle: settled_by })}{" "}
          {settled_at === null ? null : <RelativeTime iso={settled_at} />}
        </>
      }
      action={
        outcome === "removed" && target.standing === "removed" && !detail.case.is_own ? (
          <Messages namespaces={["admin", "moderation"]}>
            <RestoreButton target={removable} name={targetName(target) ?? ""} />
          </Messages>
        ) : undefined
      }
    >
      {answer === "" ? t("case.noAnswer") : t("answered", { answer })}
    </Alert>
  );
}

async function Filed({ detail }: { detail: CaseDetail }) {
  const [t, words] = await Promise.all([getTranslations("admin"), getTranslations("moderation")]);
  const { filed, case: found } = detail;
  return (
    <section>
      <Heading>{t("reports", { count: found.reports })}</Heading>
      <ul className="divide-y divide-line border-y border-line">
        {filed.map(({ report_id, reporter, reason, note, created_at }) => (
          <li key={report_id} className="py-3">
            <p className="flex flex-wrap items-center gap-x-3 gap-y-1 text-sm text-muted">
              <Badge look="warn">{words(`reasons.${reason}`)}</Badge>
              {found.is_own ? null : reporter === null ? (
                t("case.nobody")
              ) : (
                <Link href={`/makers/${reporter}`} className="link">
                  @{reporter}
                </Link>
              )}
              <RelativeTime iso={created_at} />
            </p>
            {note === "" ? null : <p className="mt-1 max-w-prose break-words whitespace-pre-wrap">{note}</p>}
          </li>
        ))}
      </ul>
      {filed.length < found.reports ? <p className="mt-2 text-sm text-muted">{t("case.first", { count: filed.length })}</p> : null}
    </section>
  );
}

async function Texts({ detail, chosen }: { detail: CaseDetail; chosen: string | undefined }) {
  const t = await getTranslations("admin");
  const { case: found, snapshots, now: today } = detail;
  const { kind, standing } = found.target;
  const snapshot = snapshots.find(({ snapshot_id }) => snapshot_id === chosen) ?? snapshots[0];
  const then = snapshot === undefined ? null : snapshotFields(kind, snapshot.content);
  const now = today === null || today === undefined ? null : snapshotFields(kind, today);
  const same = then !== null && now !== null && JSON.stringify(then) === JSON.stringify(now);
  return (
    <section>
      <Heading>{t("case.texts")}</Heading>
      {["draft", "private", "removed", "deleted"].includes(standing) && now !== null ? (
        <p className="mb-3 text-sm text-muted">{t("audited")}</p>
      ) : null}
      {snapshots.length > 1 ? (
        <TabLinks
          className="mb-3"
          label={t("case.texts")}
          items={snapshots.map(({ snapshot_id, taken_at }, at) => ({
            href: `/admin/reports/${found.case_id}?text=${snapshot_id}`,
            label: t("case.text", { number: at + 1, date: taken_at.slice(0, 10) }),
            current: snapshot_id === snapshot?.snapshot_id,
          }))}
        />
      ) : null}
      {snapshot === undefined ? null : (
        <p className="mb-3 text-sm text-muted">
          {t("case.taken")} <RelativeTime iso={snapshot.taken_at} />.{" "}
          {same ? t("case.same") : now === null ? t("case.nowGone") : null}
        </p>
      )}
      {then === null && now === null ? (
        <p className="text-muted">{t("case.noTexts")}</p>
      ) : then === null || same ? (
        <>
          {then === null ? <p className="mb-3 text-sm text-muted">{t("case.onlyNow")}</p> : null}
          <SnapshotFields fields={now ?? []} />
        </>
      ) : now === null ? (
        <SnapshotFields fields={then} />
      ) : (
        <SnapshotDiff then={then} now={now} />
      )}
    </section>
  );
}

function Heading({ children }: { children: ReactNode }) {
  return <h2 className="mb-3 text-lg font-semibold">{children}</h2>;
}
