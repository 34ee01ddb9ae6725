import "server-only";

/** Return the API's URL. Read at run time: one build serves every environment. */
export function apiUrl(): string {
  return (process.env.API_URL ?? "http://127.0.0.1:8000").replace(/\/+$/, "");
}

/** Return this server's public URL; the API has the same setting for links in mails. */
export function webUrl(): string {
  return (process.env.WEB_URL ?? `http://127.0.0.1:${process.env.PORT ?? "3000"}`).replace(/\/+$/, "");
}

/** Whether browsers use https: cookies are then Secure and restricted to this host. */
export function isHttps(): boolean {
  return webUrl().startsWith("https://");
}

/**
 * Return what prevents MODE=production. Without https, cookies lack Secure, and WEB_URL's default would hide that. The
 * API checks its own settings (service/core/config.py).
 */
export function configurationProblems(): string[] {
  const mode = process.env.MODE || "development";
  if (mode !== "development" && mode !== "production") return [`MODE must be development or production, not "${mode}".`];
  if (mode === "development" || (process.env.WEB_URL && isHttps())) return [];
  return ["MODE=production: WEB_URL must be the address of this server for browsers, and start with https://."];
}
