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
