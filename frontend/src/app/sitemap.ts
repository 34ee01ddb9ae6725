import type { MetadataRoute } from "next";
import { api, load } from "@/lib/api/server";
import { webUrl } from "@/lib/env";

export const dynamic = "force-dynamic";

/** Pages of a hundred projects; what is older is found by tags, tools and makers. */
const PAGES = 10;

/** The lists, the most used tags and tools, and the newest thousand public projects with their makers. */
export default async function sitemap(): Promise<MetadataRoute.Sitemap> {
  const client = await api();
  const base = webUrl();
  const [tags, tools] = await Promise.all([
    load(client.GET("/api/v1/tags", { params: { query: { limit: 100 } } })),
    load(client.GET("/api/v1/tools", { params: { query: { limit: 100, sort: "use" } } })),
  ]);
  const projects: MetadataRoute.Sitemap = [];
  const makers = new Set<string>();
  let cursor: string | undefined;
  for (let page = 0; page < PAGES; page += 1) {
    const found = await load(client.GET("/api/v1/projects", { params: { query: { sort: "new", limit: 100, cursor } } }));
    for (const { handle, slug, updated_at } of found.data) {
      projects.push({ url: `${base}/projects/${handle}/${slug}`, lastModified: updated_at });
      makers.add(handle);
    }
    if (found.next_cursor === null) break;
    cursor = found.next_cursor;
  }
  return [
    ...["/", "/?sort=new", "/trending", "/tools", "/tags"].map((path) => ({ url: base + path })),
    ...tags.data.map(({ name }) => ({ url: `${base}/tags/${encodeURIComponent(name)}` })),
    ...tools.data.map(({ slug, updated_at }) => ({ url: `${base}/tools/${slug}`, lastModified: updated_at })),
    ...[...makers].map((handle) => ({ url: `${base}/makers/${handle}` })),
    ...projects,
  ];
}
