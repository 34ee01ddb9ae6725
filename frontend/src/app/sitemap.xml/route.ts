import { api, load } from "@/lib/api/server";
import { webUrl } from "@/lib/env";
import { sitemapIndex } from "@/lib/sitemap";

export const dynamic = "force-dynamic";

export async function GET(): Promise<Response> {
  const { data } = await load((await api()).GET("/api/v1/sitemap"));
  return new Response(sitemapIndex(webUrl(), data), {
    headers: { "content-type": "application/xml; charset=utf-8", "cache-control": "public, max-age=3600" },
  });
}
