import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { Link } from "@/components/link";
import { Paged, type NextPage } from "@/components/paged";
import { RelativeTime } from "@/components/relative-time";
import { Alert } from "@/components/ui/alert";
import { Button, ButtonLink } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { Row } from "@/components/ui/rows";
import { Select } from "@/components/ui/select";
import { auditPath, isId } from "@/features/admin/paths";
import { actionKey, ACTIONS, detailsOf } from "@/features/admin/audit";
import { AdminHeading } from "@/features/admin/components/admin-heading";
import { requireAdmin } from "@/features/admin/require-admin";
import type { AuditEntry } from "@/features/admin/api";
import { api, load } from "@/lib/api/server";
import { one, oneOf, type SearchParams, withQuery } from "@/lib/query";

/** Large enough a target for a link within a line. */
const LINK = "link inline-flex min-h-7 items-center pointer-coarse:min-h-10";

type Filter = { actor?: string; action?: string; target?: string };

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("admin");
  return { title: t("sections.audit"), robots: { index: false }, alternates: { canonical: "/admin/audit" } };
}

async function entries(filter: Filter, cursor?: string) {
  return load((await api()).GET("/api/v1/admin/audit", { params: { query: { ...filter, cursor } } }));
}

function rows(page: Awaited<ReturnType<typeof entries>>) {
  return page.data.map((entry) => <Entry key={entry.audit_id} entry={entry} />);
}

export default async function Audit({ searchParams }: { searchParams: SearchParams }) {
  await requireAdmin();
  const [t, query] = await Promise.all([getTranslations("admin"), searchParams]);
  const target = one(query.target)?.trim();
  const filter: Filter = {
    actor: one(query.actor)?.trim().replace(/^@/, "").slice(0, 100) || undefined,
    action: oneOf(ACTIONS, query.action),
    target: target !== undefined && isId(target) ? target : undefined,
  };
  const noId = target !== undefined && filter.target === undefined;
  const page = noId ? { data: [], next_cursor: null } : await entries(filter, one(query.cursor));
  const filtered = noId || Object.values(filter).some((each) => each !== undefined);

  async function more(cursor: string): Promise<NextPage> {
    "use server";
    const next = await entries(filter, cursor);
    return { items: rows(next), next: next.next_cursor };
  }

  return (
    <>
      <AdminHeading section="audit" title={t("sections.audit")}>
        {t("auditLead")}
      </AdminHeading>
      <form className="grid items-end gap-3 border-b border-line pb-5 sm:grid-cols-2 lg:grid-cols-[1fr_1fr_1.4fr_auto]">
        <Field label={t("audit.actor")}>
          {(field) => <Input {...field} name="actor" maxLength={100} autoCapitalize="none" spellCheck={false} placeholder={t("audit.actorHint")} defaultValue={filter.actor} />}
        </Field>
        <Field label={t("audit.action")}>
          {(field) => (
            <Select {...field} name="action" defaultValue={filter.action ?? ""}>
              <option value="">{t("any")}</option>
              {ACTIONS.map((action) => (
                <option key={action} value={action}>
                  {t(`audit.actions.${actionKey(action) ?? ""}`)}
                </option>
              ))}
            </Select>
          )}
        </Field>
        <Field label={t("audit.target")}>
          {(field) => (
            <Input {...field} name="target" className="font-mono sm:text-sm" maxLength={40} spellCheck={false} placeholder={t("audit.targetHint")} defaultValue={target} />
          )}
        </Field>
        <Button type="submit">{t("filter")}</Button>
      </form>
      {noId ? (
        <div className="pt-5">
          <Alert look="warn">{t("audit.noId")}</Alert>
        </div>
      ) : page.data.length > 0 ? (
        <Paged base={withQuery("/admin/audit", filter)} next={page.next_cursor} load={more} label={t("sections.audit")}>
          {rows(page)}
        </Paged>
      ) : (
        <div className="pt-8">
          <EmptyState title={t("audit.none")} action={filtered ? <ButtonLink href="/admin/audit">{t("audit.all")}</ButtonLink> : undefined}>
            {t("audit.noneText")}
          </EmptyState>
        </div>
      )}
    </>
  );
}

async function Entry({ entry }: { entry: AuditEntry }) {
  const [t, words] = await Promise.all([getTranslations("admin"), getTranslations("moderation")]);
  const { admin, action, target_kind, target_id, target, created_at } = entry;
  const key = actionKey(action);
  const path = auditPath(entry);
  const name = target ?? t(`audit.kinds.${target_kind}`);
  const details = detailsOf(entry);
  return (
    <Row>
      <p className="flex flex-wrap items-baseline gap-x-2">
        <span className="font-medium">{key === null ? <code className="font-mono text-sm">{action}</code> : t(`audit.actions.${key}`)}</span>
        {path === null ? (
          <span className="break-all">{name}</span>
        ) : (
          <Link href={path} className="link break-all">
            {name}
          </Link>
        )}
      </p>
      <p className="flex flex-wrap items-center gap-x-4 text-sm text-muted">
        {admin === null ? (
          <span>{t("audit.server")}</span>
        ) : (
          <Link href={withQuery("/admin/audit", { actor: admin })} className={LINK}>
            @{admin}
          </Link>
        )}
        <RelativeTime iso={created_at} />
        <Link href={withQuery("/admin/audit", { target: target_id })} className={LINK}>
          {t("audit.allAbout")}
        </Link>
      </p>
      {details.length === 0 ? null : (
        <dl className="mt-2 grid max-w-3xl gap-x-4 gap-y-0.5 text-sm sm:grid-cols-[9rem_1fr]">
          {details.map(({ name, say, text, target: about }) => (
            <div key={name} className="contents">
              <dt className="text-muted">{t(`audit.details.${name}`)}</dt>
              <dd className="mb-1 break-words whitespace-pre-wrap sm:mb-0">
                {about !== undefined ? (
                  <Link href={withQuery("/admin/audit", { target: about })} className="link inline-flex min-h-6 items-center font-mono text-xs break-all">
                    {about}
                  </Link>
                ) : say === undefined ? (
                  text
                ) : say.startsWith("reason.") ? (
                  words(`reasons.${say.slice("reason.".length)}`)
                ) : (
                  t(say)
                )}
              </dd>
            </div>
          ))}
        </dl>
      )}
    </Row>
  );
}
