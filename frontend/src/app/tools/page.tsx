import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { Link } from "@/components/link";
import { Paged, type NextPage } from "@/components/paged";
import { ButtonLink } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHeading } from "@/components/ui/page-heading";
import { ToolRow } from "@/features/tools/components/tool-row";
import { type Kind, KINDS } from "@/features/tools/kinds";
import { api, load } from "@/lib/api/server";
import { cn } from "@/lib/cn";
import { one, oneOf, type SearchParams, withQuery } from "@/lib/query";

export async function generateMetadata({ searchParams }: { searchParams: SearchParams }): Promise<Metadata> {
  const [t, query] = await Promise.all([getTranslations("tools"), searchParams]);
  const kind = oneOf(KINDS, query.kind);
  return {
    title: kind === undefined ? t("title") : `${t("title")}: ${t(`kind.${kind}`)}`,
    description: t("lead"),
    alternates: { canonical: withQuery("/tools", { kind }) },
  };
}

async function tools(kind: Kind | undefined, cursor?: string) {
  return load((await api()).GET("/api/v1/tools", { params: { query: { sort: "use", kind, cursor } } }));
}

function rows(page: Awaited<ReturnType<typeof tools>>) {
  return page.data.map((tool) => <ToolRow key={tool.tool_id} tool={tool} />);
}

export default async function Tools({ searchParams }: { searchParams: SearchParams }) {
  const [t, query] = await Promise.all([getTranslations("tools"), searchParams]);
  const kind = oneOf(KINDS, query.kind);
  const page = await tools(kind, one(query.cursor));

  async function more(cursor: string): Promise<NextPage> {
    "use server";
    const next = await tools(kind, cursor);
    return { items: rows(next), next: next.next_cursor };
  }

  return (
    <>
      <PageHeading title={t("title")} actions={<ButtonLink href="/tools/suggest">{t("suggest")}</ButtonLink>}>
        {t("lead")}
      </PageHeading>
      <nav aria-label={t("kinds")}>
        <ul className="flex flex-wrap gap-2">
          {[undefined, ...KINDS].map((each) => (
            <li key={each ?? ""}>
              <Link
                href={withQuery("/tools", { kind: each })}
                aria-current={each === kind ? "page" : undefined}
                className={cn(
                  "inline-flex min-h-8 items-center rounded-full border px-3 text-sm pointer-coarse:min-h-10",
                  each === kind ? "border-accent bg-accent-soft text-accent" : "border-line text-muted hover:text-ink",
                )}
              >
                {each === undefined ? t("allKinds") : t(`kind.${each}`)}
              </Link>
            </li>
          ))}
        </ul>
      </nav>
      {page.data.length > 0 ? (
        <Paged base={withQuery("/tools", { kind })} next={page.next_cursor} load={more} className="mt-2" label={t("title")}>
          {rows(page)}
        </Paged>
      ) : (
        <div className="pt-8">
          <EmptyState title={t("emptyTitle")} action={<ButtonLink href="/tools/suggest">{t("suggest")}</ButtonLink>}>
            {t("emptyText")}
          </EmptyState>
        </div>
      )}
    </>
  );
}
