/** Return the page of an API path: `/api/v1/tools/x` is `/tools/x`. */
export function pagePath(apiPath: string): string {
  return apiPath.replace(/^\/api\/v1(?=\/)/, "");
}
