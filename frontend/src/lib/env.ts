import "server-only";

/** Where the API is. Read when it is needed: one build serves every environment. */
export function apiUrl(): string {
  return (process.env.API_URL ?? "http://127.0.0.1:8000").replace(/\/+$/, "");
}

/** Where browsers reach this server; the API has the same setting for links in mails. */
export function webUrl(): string {
  return (process.env.WEB_URL ?? `http://127.0.0.1:${process.env.PORT ?? "3000"}`).replace(/\/+$/, "");
}

/** Whether browsers come by https: then cookies are Secure and of this host alone. */
export function isHttps(): boolean {
  return webUrl().startsWith("https://");
}

/**
 * What keeps this server from running as MODE=production, a sentence each. Without an https address cookies lack Secure, and
 * WEB_URL has a default that would do so silently. The API checks its own settings (service/core/config.py).
 */
export function configurationProblems(): string[] {
  const mode = process.env.MODE || "development";
  if (mode !== "development" && mode !== "production") return [`MODE must be development or production, not "${mode}".`];
  if (mode === "development" || (process.env.WEB_URL && isHttps())) return [];
  return ["MODE=production: WEB_URL must be the address of this server for browsers, and start with https://."];
}
