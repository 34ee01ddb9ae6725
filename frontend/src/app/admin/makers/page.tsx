import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { Link } from "@/components/link";
import { Paged, type NextPage } from "@/components/paged";
import { RelativeTime } from "@/components/relative-time";
import { Button, ButtonLink } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { Row } from "@/components/ui/rows";
import { Select } from "@/components/ui/select";
import { AdminHeading } from "@/features/admin/components/admin-heading";
import { MakerActions } from "@/features/admin/components/maker-actions";
import { requireAdmin } from "@/features/admin/require-admin";
import type { AdminMaker } from "@/features/admin/api";
import { Messages } from "@/i18n/provide";
import { api, load } from "@/lib/api/server";
import { one, oneOf, type SearchParams, withQuery } from "@/lib/query";

const STATUSES = ["active", "suspended", "deleted"] as const;
const ROLES = ["maker", "admin"] as const;

type Filter = { q?: string; status?: (typeof STATUSES)[number]; role?: (typeof ROLES)[number] };

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("admin");
  return { title: t("sections.makers"), robots: { index: false }, alternates: { canonical: "/admin/makers" } };
}

async function makers(filter: Filter, cursor?: string) {
  return load((await api()).GET("/api/v1/admin/makers", { params: { query: { ...filter, cursor } } }));
}

function rows(page: Awaited<ReturnType<typeof makers>>, own: string) {
  return page.data.map((maker) => <Maker key={maker.maker_id} maker={maker} own={maker.handle === own} />);
}

export default async function Makers({ searchParams }: { searchParams: SearchParams }) {
  const viewer = await requireAdmin();
  const [t, query] = await Promise.all([getTranslations("admin"), searchParams]);
  const filter: Filter = {
    q: one(query.q)?.trim().replace(/^@/, "").slice(0, 254) || undefined,
    status: oneOf(STATUSES, query.status),
    role: oneOf(ROLES, query.role),
  };
  const page = await makers(filter, one(query.cursor));
  const filtered = Object.values(filter).some((each) => each !== undefined);

  async function more(cursor: string): Promise<NextPage> {
    "use server";
    const next = await makers(filter, cursor);
    return { items: rows(next, viewer.handle), next: next.next_cursor };
  }

  return (
    <>
      <AdminHeading section="makers" title={t("sections.makers")}>
        {t("makersLead")}
      </AdminHeading>
      <form className="grid items-end gap-3 border-b border-line pb-5 sm:grid-cols-[1fr_10rem_10rem_auto]">
        <Field label={t("makers.q")}>
          {(field) => (
            <Input {...field} name="q" type="search" maxLength={254} autoCapitalize="none" spellCheck={false} defaultValue={filter.q} />
          )}
        </Field>
        <Field label={t("status")}>
          {(field) => (
            <Select {...field} name="status" defaultValue={filter.status ?? ""}>
              <option value="">{t("any")}</option>
              {STATUSES.map((each) => (
                <option key={each} value={each}>
                  {t(`standing.${each}`)}
                </option>
              ))}
            </Select>
          )}
        </Field>
        <Field label={t("role")}>
          {(field) => (
            <Select {...field} name="role" defaultValue={filter.role ?? ""}>
              <option value="">{t("any")}</option>
              {ROLES.map((each) => (
                <option key={each} value={each}>
                  {t(`roles.${each}`)}
                </option>
              ))}
            </Select>
          )}
        </Field>
        <Button type="submit">{t("search")}</Button>
      </form>
      {page.data.length > 0 ? (
        <Messages namespaces={["admin", "moderation"]}>
          <Paged base={withQuery("/admin/makers", filter)} next={page.next_cursor} load={more} label={t("sections.makers")}>
            {rows(page, viewer.handle)}
          </Paged>
        </Messages>
      ) : (
        <div className="pt-8">
          <EmptyState
            title={t("makers.none")}
            action={filtered ? <ButtonLink href="/admin/makers">{t("makers.all")}</ButtonLink> : undefined}
          >
            {t("makers.noneText")}
          </EmptyState>
        </div>
      )}
    </>
  );
}

async function Maker({ maker, own }: { maker: AdminMaker; own: boolean }) {
  const t = await getTranslations("admin");
  const { maker_id, handle, display_name, role, status, projects, created_at } = maker;
  return (
    <Row className="flex flex-wrap items-center justify-between gap-x-6 gap-y-2">
      <div className="min-w-0">
        <p className="font-semibold break-words">
          {status === "deleted" ? (
            display_name
          ) : (
            <Link href={`/makers/${handle}`} className="hover:text-accent-strong hover:underline hover:underline-offset-4">
              {display_name}
            </Link>
          )}
          <span className="ms-2 font-normal text-muted">@{handle}</span>
        </p>
        <p className="flex flex-wrap items-center gap-x-4 text-sm text-muted">
          <span>
            {t("makers.joined")} <RelativeTime iso={created_at} />
          </span>
          <span>{t("makers.projects", { count: projects })}</span>
          <Link href={`/admin/audit?target=${maker_id}`} className="link inline-flex min-h-7 items-center pointer-coarse:min-h-10">
            {t("case.history")}
          </Link>
        </p>
      </div>
      <MakerActions key={`${role} ${status}`} maker={{ handle, role, status }} own={own} />
    </Row>
  );
}
