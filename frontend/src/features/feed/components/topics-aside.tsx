import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { Link } from "@/components/link";
import { TagLink } from "@/components/ui/tag-link";
import { FeedLink } from "@/features/projects/components/feed-link";
import { api, load } from "@/lib/api/server";
import { ApiError } from "@/lib/api/problem";

/** Most used tags and tools, next to the list. An error here does not affect the list. */
export async function TopicsAside() {
  const t = await getTranslations("home");
  const found = await topics();
  return (
    <aside className="mt-10 space-y-8 border-t border-line pt-8 lg:mt-0 lg:border-0 lg:pt-2">
      {found === null ? null : (
        <>
          <Topics title={t("tags")} all={{ href: "/tags", label: t("allTags") }}>
            {found.tags.map(({ name }) => (
              <li key={name}>
                <TagLink name={name} />
              </li>
            ))}
          </Topics>
          <Topics title={t("tools")} all={{ href: "/tools", label: t("allTools") }}>
            {found.tools.map(({ slug, name }) => (
              <li key={slug}>
                <Link href={`/tools/${slug}`} className="inline-flex min-h-7 items-center hover:text-accent pointer-coarse:min-h-10">
                  {name}
                </Link>
              </li>
            ))}
          </Topics>
        </>
      )}
      <FeedLink href="/api/v1/projects/feed.atom" name={t("everything")} />
    </aside>
  );
}

async function topics() {
  try {
    const client = await api();
    const [tags, tools] = await Promise.all([
      load(client.GET("/api/v1/tags", { params: { query: { limit: 12 } } })),
      load(client.GET("/api/v1/tools", { params: { query: { sort: "use", limit: 8 } } })),
    ]);
    return { tags: tags.data, tools: tools.data };
  } catch (error) {
    if (error instanceof ApiError) return null;
    throw error;
  }
}

function Topics({ title, all, children }: { title: string; all: { href: string; label: string }; children: ReactNode }) {
  return (
    <section>
      <h2 className="text-sm font-semibold text-muted">{title}</h2>
      <ul className="mt-1 flex flex-wrap gap-x-4 lg:flex-col">{children}</ul>
      <Link href={all.href} className="link inline-flex min-h-8 items-center text-sm pointer-coarse:min-h-10">
        {all.label}
      </Link>
    </section>
  );
}
