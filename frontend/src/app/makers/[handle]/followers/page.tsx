import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { Paged, type NextPage } from "@/components/paged";
import { EmptyState } from "@/components/ui/empty-state";
import { MakerHeading, makerPath } from "@/features/makers/components/maker-heading";
import { MakerRow } from "@/features/makers/components/maker-row";
import { redirectIfRenamed, loadMaker, makerMetadata } from "@/features/makers/api";
import { api, load } from "@/lib/api/server";
import { one } from "@/lib/query";

type Props = PageProps<"/makers/[handle]/followers">;

async function followers(handle: string, cursor?: string) {
  return load((await api()).GET("/api/v1/makers/{handle}/followers", { params: { path: { handle }, query: { cursor } } }));
}

function rows(page: Awaited<ReturnType<typeof followers>>) {
  return page.data.map((maker) => <MakerRow key={maker.handle} maker={maker} />);
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const maker = await loadMaker((await params).handle);
  return makerMetadata(maker, makerPath(maker.handle, "followers"));
}

export default async function MakerFollowers({ params, searchParams }: Props) {
  const { handle: asked } = await params;
  const [maker, t, query] = await Promise.all([loadMaker(asked), getTranslations("maker"), searchParams]);
  const path = makerPath(maker.handle, "followers");
  redirectIfRenamed(asked, maker, path);
  const page = await followers(maker.handle, one(query.cursor));

  async function more(cursor: string): Promise<NextPage> {
    "use server";
    const next = await followers(maker.handle, cursor);
    return { items: rows(next), next: next.next_cursor };
  }

  return (
    <>
      <MakerHeading maker={maker} view="followers" />
      <h2 className="sr-only">{t("followers")}</h2>
      {page.data.length > 0 ? (
        <Paged base={path} next={page.next_cursor} load={more}>
          {rows(page)}
        </Paged>
      ) : (
        <div className="pt-8">
        <EmptyState title={t("noFollowers")} />
        </div>
      )}
    </>
  );
}
