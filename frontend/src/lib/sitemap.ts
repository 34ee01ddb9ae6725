/** XML of the sitemap (https://www.sitemaps.org/protocol.html). Escapes URLs. */

const NAMESPACE = 'xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"';
const ESCAPED: Record<string, string> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&apos;" };

/** Static pages. */
export const PAGES = ["/", "/?sort=new", "/trending", "/tools", "/tags"];
/** The file with these pages; the worker builds the others. */
export const PAGES_FILE = "pages.xml";

const FILE = /^([a-z]+-[1-9][0-9]{0,5})\.xml\.gz$/;

/** Return the API's name of a file; null if it is not part of the sitemap. */
export function fileName(file: string): string | null {
  return FILE.exec(file)?.[1] ?? null;
}

export function sitemapIndex(base: string, files: readonly { name: string; built_at: string }[]): string {
  const lines = files.map(({ name, built_at }) => `<sitemap><loc>${escape(`${base}/sitemaps/${name}.xml.gz`)}</loc><lastmod>${built_at}</lastmod></sitemap>`);
  return document("sitemapindex", [`<sitemap><loc>${escape(`${base}/sitemaps/${PAGES_FILE}`)}</loc></sitemap>`, ...lines]);
}

export function sitemapOfPages(base: string): string {
  return document("urlset", PAGES.map((path) => `<url><loc>${escape(base + path)}</loc></url>`));
}

function document(root: string, lines: readonly string[]): string {
  return `<?xml version="1.0" encoding="UTF-8"?>\n<${root} ${NAMESPACE}>\n${lines.join("\n")}\n</${root}>\n`;
}

function escape(value: string): string {
  return value.replace(/[&<>"']/g, (found) => ESCAPED[found] ?? "");
}
