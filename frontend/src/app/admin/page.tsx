import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { Link } from "@/components/link";
import { RelativeTime } from "@/components/relative-time";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { Row, Rows } from "@/components/ui/rows";
import { AdminHeading } from "@/features/admin/components/admin-heading";
import { requireAdmin } from "@/features/admin/require-admin";
import { api, load } from "@/lib/api/server";

/** Counts above one page are shown as "100+". */
const COUNTED = 100;

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("admin");
  return { title: t("title"), description: t("lead"), robots: { index: false }, alternates: { canonical: "/admin" } };
}

export default async function Admin() {
  await requireAdmin();
  const [t, client] = await Promise.all([getTranslations("admin"), api()]);
  const query = { limit: COUNTED };
  const [reports, suggestions, removed] = await Promise.all([
    load(client.GET("/api/v1/admin/reports", { params: { query } })),
    load(client.GET("/api/v1/tools/suggestions", { params: { query } })),
    load(client.GET("/api/v1/admin/removed", { params: { query } })),
  ]);
  const count = (page: { data: readonly unknown[]; next_cursor: string | null }) =>
    page.next_cursor === null ? String(page.data.length) : `${page.data.length}+`;
  const oldest = reports.data[0];
  const places = [
    {
      href: "/admin/reports",
      title: t("sections.reports"),
      count: count(reports),
      text: t("overview.reports", { count: reports.data.length }),
      since: oldest?.opened_at,
    },
    {
      href: "/admin/suggestions",
      title: t("sections.suggestions"),
      count: count(suggestions),
      text: t("overview.suggestions", { count: suggestions.data.length }),
      since: suggestions.data[0]?.created_at,
    },
    { href: "/admin/removed", title: t("sections.removed"), count: count(removed), text: t("overview.removed", { count: removed.data.length }) },
    { href: "/admin/makers", title: t("sections.makers"), text: t("overview.makers") },
    { href: "/admin/audit", title: t("sections.audit"), text: t("overview.audit") },
    { href: "/admin/tools/new", title: t("tool.newTitle"), text: t("overview.tools") },
    { href: "/moderation", title: t("overview.log"), text: t("overview.logText") },
  ];
  return (
    <>
      <AdminHeading section="overview" title={t("title")}>
        {t("lead")}
      </AdminHeading>
      <Rows className="border-y border-line">
        {places.map(({ href, title, count, text, since }) => (
          <Row key={href} className="flex items-baseline gap-4">
            <span className="w-10 shrink-0 text-end font-mono text-lg">{count ?? ""}</span>
            <div className="min-w-0">
              <h2 className="font-semibold">
                <Link href={href} className="hover:text-accent-strong hover:underline hover:underline-offset-4">
                  {title}
                </Link>
              </h2>
              <p className="text-sm text-muted">
                {text}
                {since === undefined ? null : (
                  <>
                    {" "}
                    {t("overview.oldest")} <RelativeTime iso={since} />.
                  </>
                )}
              </p>
            </div>
          </Row>
        ))}
      </Rows>
      <form action="/admin/projects" className="mt-8 flex max-w-xl flex-wrap items-end gap-3">
        <div className="min-w-0 grow">
          <Field label={t("find.label")} hint={t("find.hint")}>
            {(field) => <Input {...field} name="at" required autoCapitalize="none" spellCheck={false} placeholder="maker/project" />}
          </Field>
        </div>
        <Button type="submit" className="mb-6.5">
          {t("find.look")}
        </Button>
      </form>
    </>
  );
}
