import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { Paged, type NextPage } from "@/components/paged";
import { ButtonLink } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHeading } from "@/components/ui/page-heading";
import { TabLinks } from "@/components/ui/tab-links";
import { FollowRow } from "@/features/me/components/follow-row";
import { requireViewer } from "@/features/session/viewer";
import { api, load } from "@/lib/api/server";
import { one, oneOf, withQuery, type SearchParams } from "@/lib/query";

const KINDS = ["maker", "project", "tag", "tool"] as const;
type Kind = (typeof KINDS)[number];

/** Where to find things of each kind. */
const PLACES = { maker: "/trending", project: "/", tag: "/tags", tool: "/tools" } as const;

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("me");
  return { title: t("follows"), robots: { index: false } };
}

async function follows(kind: Kind, cursor?: string) {
  return load((await api()).GET("/api/v1/me/follows", { params: { query: { kind, cursor } } }));
}

function rows(page: Awaited<ReturnType<typeof follows>>) {
  return page.data.map((follow) => <FollowRow key={`${follow.kind} ${follow.handle} ${follow.slug} ${follow.name}`} follow={follow} />);
}

export default async function MyFollowsPage({ searchParams }: { searchParams: SearchParams }) {
  await requireViewer();
  const [query, t] = await Promise.all([searchParams, getTranslations("me")]);
  const kind = oneOf(KINDS, query.kind) ?? "maker";
  const page = await follows(kind, one(query.cursor));
  const path = (each: Kind) => withQuery("/me/follows", { kind: each === "maker" ? undefined : each });

  async function more(cursor: string): Promise<NextPage> {
    "use server";
    const next = await follows(kind, cursor);
    return { items: rows(next), next: next.next_cursor };
  }

  return (
    <>
      <PageHeading title={t("follows")}>{t("followsLead")}</PageHeading>
      <TabLinks
        label={t("kinds")}
        items={KINDS.map((each) => ({ href: path(each), label: t(`kind.${each}`), current: each === kind }))}
      />
      {page.data.length > 0 ? (
        <Paged base={path(kind)} next={page.next_cursor} load={more} label={t(`kind.${kind}`)}>
          {rows(page)}
        </Paged>
      ) : (
        <div className="pt-8">
          <EmptyState title={t(`noFollows.${kind}`)} action={<ButtonLink href={PLACES[kind]}>{t("look")}</ButtonLink>}>
            {t("noFollowsText")}
          </EmptyState>
        </div>
      )}
    </>
  );
}
