import { ExternalLink } from "lucide-react";
import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { Link } from "@/components/link";
import { Paged, type NextPage } from "@/components/paged";
import { RelativeTime } from "@/components/relative-time";
import { Badge } from "@/components/ui/badge";
import { ButtonLink } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { Row } from "@/components/ui/rows";
import { TabLinks } from "@/components/ui/tab-links";
import { AdminHeading } from "@/features/admin/components/admin-heading";
import { SuggestionActions } from "@/features/admin/components/suggestion-actions";
import { requireAdmin } from "@/features/admin/require-admin";
import type { Suggestion } from "@/features/admin/api";
import { Messages } from "@/i18n/provide";
import { api, load } from "@/lib/api/server";
import { one, oneOf, type SearchParams, withQuery } from "@/lib/query";

const STATUSES = ["pending", "accepted", "declined"] as const;
type Status = (typeof STATUSES)[number];

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("admin");
  return { title: t("sections.suggestions"), robots: { index: false }, alternates: { canonical: "/admin/suggestions" } };
}

async function suggestions(status: Status, cursor?: string) {
  return load((await api()).GET("/api/v1/tools/suggestions", { params: { query: { status, cursor } } }));
}

function rows(page: Awaited<ReturnType<typeof suggestions>>) {
  return page.data.map((suggestion) => <SuggestionRow key={suggestion.suggestion_id} suggestion={suggestion} />);
}

export default async function Suggestions({ searchParams }: { searchParams: SearchParams }) {
  await requireAdmin();
  const [t, query] = await Promise.all([getTranslations("admin"), searchParams]);
  const status = oneOf(STATUSES, query.status) ?? "pending";
  const page = await suggestions(status, one(query.cursor));
  const path = (each: Status) => withQuery("/admin/suggestions", { status: each === "pending" ? undefined : each });

  async function more(cursor: string): Promise<NextPage> {
    "use server";
    const next = await suggestions(status, cursor);
    return { items: rows(next), next: next.next_cursor };
  }

  return (
    <>
      <AdminHeading section="suggestions" title={t("sections.suggestions")} actions={<ButtonLink href="/admin/tools/new">{t("tool.add")}</ButtonLink>}>
        {t("suggestionsLead")}
      </AdminHeading>
      <TabLinks
        label={t("status")}
        items={STATUSES.map((each) => ({ href: path(each), label: t(`suggestionStatuses.${each}`), current: each === status }))}
      />
      <h2 className="sr-only">{t(`suggestionStatuses.${status}`)}</h2>
      {page.data.length > 0 ? (
        <Messages namespaces={["admin", "tools"]}>
          <Paged base={path(status)} next={page.next_cursor} load={more}>
            {rows(page)}
          </Paged>
        </Messages>
      ) : (
        <div className="pt-8">
          <EmptyState title={t(`noSuggestions.${status}`)}>{t("noSuggestions.text")}</EmptyState>
        </div>
      )}
    </>
  );
}

async function SuggestionRow({ suggestion }: { suggestion: Suggestion }) {
  const [t, kinds] = await Promise.all([getTranslations("admin"), getTranslations("tools")]);
  const { maker, name, url, kind, note, status, reason, tool, created_at, decided_at } = suggestion;
  return (
    <Row className="flex flex-wrap items-start justify-between gap-x-6 gap-y-3">
      <div className="min-w-0 grow basis-80">
        <h3 className="font-semibold break-words">
          {tool === null ? (
            name
          ) : (
            <Link href={`/tools/${tool}`} className="hover:text-accent-strong hover:underline hover:underline-offset-4">
              {name}
            </Link>
          )}
          <Badge className="ms-2 align-middle">{kinds(`kind.${kind}`)}</Badge>
        </h3>
        <p>
          <a href={url} rel="nofollow ugc noopener noreferrer" className="link inline-flex items-center gap-1 text-sm break-all">
            {url}
            <ExternalLink className="size-3.5 shrink-0" aria-hidden="true" />
          </a>
        </p>
        {note === "" ? null : <p className="mt-1 max-w-prose break-words whitespace-pre-wrap">{note}</p>}
        <p className="mt-1 flex flex-wrap gap-x-4 text-sm text-muted">
          <span>
            {t("by", { handle: maker })} <RelativeTime iso={created_at} />
          </span>
          {decided_at === null ? null : (
            <span>
              {t(`suggestionStatuses.${status}`)} <RelativeTime iso={decided_at} />
            </span>
          )}
        </p>
        {reason === "" ? null : <p className="mt-1 text-sm text-muted">{t("answered", { answer: reason })}</p>}
      </div>
      {status === "pending" ? <SuggestionActions suggestion={suggestion} /> : null}
    </Row>
  );
}
