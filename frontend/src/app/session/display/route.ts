import type { NextRequest } from "next/server";
import { bounded, problem } from "@/lib/api/forward";
import { isHttps } from "@/lib/env";
import { fromOurPages, localPath } from "@/lib/same-origin";
import { LOCALE_COOKIE, LOCALES, THEME_COOKIE, THEMES } from "@/lib/display";

export const dynamic = "force-dynamic";

const YEAR = 365 * 24 * 60 * 60;
const LARGEST = 8_192;

/** Set language and theme from the forms in the footer and settings, then redirect back. */
export async function POST(request: NextRequest): Promise<Response> {
  if (!fromOurPages(request.headers)) return problem(403, "foreign_origin", "Change settings from a page of this site.");
  const form = await read(request).catch(() => new FormData());
  const headers = new Headers({ location: cameFrom(request), "cache-control": "no-store" });
  const secure = isHttps() ? "; Secure" : "";
  const keep = (name: string, value: FormDataEntryValue | null, allowed: readonly string[]) => {
    if (typeof value !== "string" || !allowed.includes(value)) return;
    headers.append("set-cookie", `${name}=${value}; Path=/; Max-Age=${YEAR}; SameSite=Lax${secure}`);
  };
  keep(LOCALE_COOKIE, form.get("locale"), LOCALES);
  keep(THEME_COOKIE, form.get("theme"), THEMES);
  return new Response(null, { status: 303, headers });
}

async function read(request: NextRequest): Promise<FormData> {
  const body = await bounded(request, LARGEST);
  if (body === "too large") return new FormData();
  return new Response(body, { headers: { "content-type": request.headers.get("content-type") ?? "" } }).formData();
}

function cameFrom(request: NextRequest): string {
  try {
    const { host, pathname, search } = new URL(request.headers.get("referer") ?? "");
    return host === request.headers.get("host") ? localPath(pathname + search) : "/";
  } catch {
    return "/";
  }
}
