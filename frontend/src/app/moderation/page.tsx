import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { Paged, type NextPage } from "@/components/paged";
import { RelativeTime } from "@/components/relative-time";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHeading } from "@/components/ui/page-heading";
import { Row } from "@/components/ui/rows";
import { api, load } from "@/lib/api/server";
import type { components } from "@/lib/api/schema";
import { one, type SearchParams } from "@/lib/query";

const PATH = "/moderation";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("moderation");
  const [title, description] = [t("title"), t("description")];
  return { title, description, alternates: { canonical: PATH }, openGraph: { title, description, url: PATH } };
}

async function entries(cursor?: string) {
  return load((await api()).GET("/api/v1/moderation/log", { params: { query: { cursor } } }));
}

function rows(page: Awaited<ReturnType<typeof entries>>) {
  // Entries have no id and never change.
  return page.data.map((entry, at) => <Entry key={`${entry.created_at} ${entry.kind} ${entry.action} ${at}`} entry={entry} />);
}

/** Public moderation log: why and when, without names. */
export default async function Moderation({ searchParams }: { searchParams: SearchParams }) {
  const [t, query] = await Promise.all([getTranslations("moderation"), searchParams]);
  const page = await entries(one(query.cursor));

  async function more(cursor: string): Promise<NextPage> {
    "use server";
    const next = await entries(cursor);
    return { items: rows(next), next: next.next_cursor };
  }

  return (
    <>
      <PageHeading title={t("title")}>
        <p>{t("lead")}</p>
        <p className="mt-1">{t("how")}</p>
      </PageHeading>
      {page.data.length > 0 ? (
        <Paged base={PATH} next={page.next_cursor} load={more} className="border-t border-line" label={t("title")}>
          {rows(page)}
        </Paged>
      ) : (
        <EmptyState title={t("emptyTitle")}>{t("emptyText")}</EmptyState>
      )}
    </>
  );
}

async function Entry({ entry }: { entry: components["schemas"]["PublicEntry"] }) {
  const t = await getTranslations("moderation");
  const { action, kind, reason, reported, created_at } = entry;
  return (
    <Row className="flex flex-wrap items-baseline justify-between gap-x-6">
      <p>
        <span className="font-medium">{t(`entry.${kind}_${action}`)}</span>
        {reason === null ? null : <span className="text-muted"> · {t(`reasons.${reason}`)}</span>}
      </p>
      <p className="text-sm text-muted">
        {reported ? <>{t("reported")} · </> : null}
        <RelativeTime iso={created_at} />
      </p>
    </Row>
  );
}
