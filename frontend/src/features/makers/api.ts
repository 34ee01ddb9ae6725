import "server-only";

import type { Metadata } from "next";
import { permanentRedirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { cache } from "react";
import { api, load } from "@/lib/api/server";
import type { components } from "@/lib/api/schema";

export type Maker = components["schemas"]["Maker"];

/** Return the maker of a handle, following renames; `redirectIfRenamed` also redirects the browser. */
export const loadMaker = cache(async (handle: string): Promise<Maker> => {
  return load((await api()).GET("/api/v1/makers/{handle}", { params: { path: { handle } } }));
});

export function redirectIfRenamed(asked: string, maker: Maker, path: string): void {
  if (maker.handle !== asked) permanentRedirect(path);
}

export async function makerMetadata(maker: Maker, path: string): Promise<Metadata> {
  const t = await getTranslations("maker");
  const title = `${maker.display_name} (@${maker.handle})`;
  const description = maker.bio === "" ? t("description", { name: maker.display_name }) : maker.bio.slice(0, 200);
  return {
    title,
    description,
    alternates: { canonical: path, types: { "application/atom+xml": `/api/v1/makers/${maker.handle}/feed.atom` } },
    openGraph: { type: "profile", title, description, url: path, username: maker.handle },
  };
}
