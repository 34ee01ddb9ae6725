import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { Paged, type NextPage } from "@/components/paged";
import { EmptyState } from "@/components/ui/empty-state";
import { MakerHeading, makerPath } from "@/features/makers/components/maker-heading";
import { MakerRow } from "@/features/makers/components/maker-row";
import { redirectIfRenamed, loadMaker, makerMetadata } from "@/features/makers/api";
import { api, load } from "@/lib/api/server";
import { one } from "@/lib/query";

type Props = PageProps<"/makers/[handle]/following">;

async function following(handle: string, cursor?: string) {
  return load((await api()).GET("/api/v1/makers/{handle}/following", { params: { path: { handle }, query: { cursor } } }));
}

function rows(page: Awaited<ReturnType<typeof following>>) {
  return page.data.map((maker) => <MakerRow key={maker.handle} maker={maker} />);
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const maker = await loadMaker((await params).handle);
  return makerMetadata(maker, makerPath(maker.handle, "following"));
}

export default async function MakerFollowing({ params, searchParams }: Props) {
  const { handle: asked } = await params;
  const [maker, t, query] = await Promise.all([loadMaker(asked), getTranslations("maker"), searchParams]);
  const path = makerPath(maker.handle, "following");
  redirectIfRenamed(asked, maker, path);
  const page = await following(maker.handle, one(query.cursor));

  async function more(cursor: string): Promise<NextPage> {
    "use server";
    const next = await following(maker.handle, cursor);
    return { items: rows(next), next: next.next_cursor };
  }

  return (
    <>
      <MakerHeading maker={maker} view="following" />
      <h2 className="sr-only">{t("following")}</h2>
      {page.data.length > 0 ? (
        <Paged base={path} next={page.next_cursor} load={more}>
          {rows(page)}
        </Paged>
      ) : (
        <div className="pt-8">
        <EmptyState title={t("noFollowing")} />
        </div>
      )}
    </>
  );
}
