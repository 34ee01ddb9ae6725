import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { Link } from "@/components/link";
import { RelativeTime } from "@/components/relative-time";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHeading } from "@/components/ui/page-heading";
import { api, load } from "@/lib/api/server";
import type { components } from "@/lib/api/schema";

type Trend = components["schemas"]["Trend"];

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("trending");
  return { title: t("title"), description: t("lead"), alternates: { canonical: "/trending" } };
}

export default async function Trending() {
  const t = await getTranslations("trending");
  const { tags, tools, counted_at } = await load((await api()).GET("/api/v1/trending"));
  return (
    <>
      <PageHeading title={t("title")}>{t("lead")}</PageHeading>
      {tags.length + tools.length === 0 ? (
        <EmptyState title={t("emptyTitle")}>{t("emptyText")}</EmptyState>
      ) : (
        <div className="grid gap-x-12 gap-y-10 sm:grid-cols-2">
          <Trends title={t("tags")} trends={tags} href={(name) => `/tags/${encodeURIComponent(name)}`} before="#" />
          <Trends title={t("tools")} trends={tools} href={(name) => `/tools/${name}`} />
        </div>
      )}
      {counted_at === null ? null : (
        <p className="mt-8 text-sm text-muted">
          {t("how")} {t("counted")} <RelativeTime iso={counted_at} />.
        </p>
      )}
    </>
  );
}

async function Trends({
  title,
  trends,
  href,
  before: mark = "",
}: {
  title: string;
  trends: readonly Trend[];
  href: (name: string) => string;
  before?: string;
}) {
  const t = await getTranslations("trending");
  if (trends.length === 0) return null;
  return (
    <section>
      <h2 className="font-semibold">{title}</h2>
      <ol className="mt-2 divide-y divide-line border-y border-line">
        {trends.map(({ name, title, recent, before }, place) => (
          <li key={name} className="flex min-h-14 items-center gap-4 py-2">
            <span className="w-6 shrink-0 text-end font-mono text-sm text-muted" aria-hidden="true">
              {place + 1}
            </span>
            <div className="min-w-0">
              <Link href={href(name)} className="font-medium hover:text-accent hover:underline hover:underline-offset-4">
                {mark}
                {title}
              </Link>
              <p className="text-sm text-muted">{t("recent", { recent, before })}</p>
            </div>
          </li>
        ))}
      </ol>
    </section>
  );
}
