import { webUrl } from "@/lib/env";

/**
 * Whether a write comes from this site's own pages.
 *
 * Browsers send Origin with every write, and Sec-Fetch-Site if they support it. A client that sends neither is not a
 * browser; its writes are rejected, too.
 */
export function fromOurPages(headers: Headers): boolean {
  const site = headers.get("sec-fetch-site");
  if (site !== null && site !== "same-origin") return false;
  const origin = headers.get("origin");
  if (origin === null || origin === "null") return site === "same-origin";
  if (origin === new URL(webUrl()).origin) return true;
  try {
    const { host, protocol } = new URL(origin);
    return host === headers.get("host") && (protocol === "http:" || protocol === "https:");
  } catch {
    return false;
  }
}

/**
 * Return a local path, or `fallback`: never another site (`//evil.example`, `/\evil.example`, `/x/..//evil.example`).
 */
export function localPath(value: string | null | undefined, fallback = "/"): string {
  if (value === null || value === undefined || !/^\/(?![/\\])[^\u0000-\u001f\u007f\\]*$/.test(value)) return fallback;
  try {
    const url = new URL(value, "http://ours.invalid");
    // Resolving `..` may leave two leading slashes, which name a site.
    const ours = url.origin === "http://ours.invalid" && !url.pathname.startsWith("//");
    return ours ? url.pathname + url.search + url.hash : fallback;
  } catch {
    return fallback;
  }
}
