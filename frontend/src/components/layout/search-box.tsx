import { Search } from "lucide-react";
import { getTranslations } from "next-intl/server";
import { SearchField } from "@/features/search/components/search-field";
import { currentPath } from "@/lib/api/server";

/** A plain form that works without scripts; a script adds suggestions. */
export async function SearchBox({ hint }: { hint?: string }) {
  const [t, search, here] = await Promise.all([getTranslations("layout"), getTranslations("search"), currentPath()]);
  const [path, query] = here.split("?");
  return (
    <form action="/search" method="get" role="search" className="relative">
      <Search aria-hidden="true" className="pointer-events-none absolute start-3 top-5 size-4 -translate-y-1/2 text-muted" />
      <SearchField
        initial={path === "/search" ? (new URLSearchParams(query).get("q") ?? "") : ""}
        words={{
          label: t("search"),
          hint: hint ?? t("searchHint"),
          suggestions: search("suggestions"),
          types: {
            project: search("type_project"),
            maker: search("type_maker"),
            tag: search("type_tag"),
            tool: search("type_tool"),
          },
        }}
      />
    </form>
  );
}
