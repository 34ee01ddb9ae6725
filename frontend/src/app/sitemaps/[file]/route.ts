import { notFound } from "next/navigation";
import { api, load } from "@/lib/api/server";
import { webUrl } from "@/lib/env";
import { fileName, PAGES_FILE, sitemapOfPages } from "@/lib/sitemap";

export const dynamic = "force-dynamic";

const CACHED = { "cache-control": "public, max-age=3600" };

/** Serve one file of the sitemap, built by the worker. */
export async function GET(_request: Request, { params }: RouteContext<"/sitemaps/[file]">): Promise<Response> {
  const { file } = await params;
  if (file === PAGES_FILE) {
    return new Response(sitemapOfPages(webUrl()), { headers: { "content-type": "application/xml; charset=utf-8", ...CACHED } });
  }
  const name = fileName(file);
  if (name === null) notFound();
  const body = await load((await api()).GET("/api/v1/sitemap/{name}", { params: { path: { name } }, parseAs: "stream" }));
  return new Response(body as ReadableStream | null, { headers: { "content-type": "application/gzip", ...CACHED } });
}
