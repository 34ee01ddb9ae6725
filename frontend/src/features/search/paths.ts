/** The page of what the API names by its own path: `/api/v1/tools/x` is `/tools/x`. */
export function pagePath(apiPath: string): string {
  return apiPath.replace(/^\/api\/v1(?=\/)/, "");
}
