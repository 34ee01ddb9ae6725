import { oneOf, withQuery } from "@/lib/query";

export const SORTS = ["hot", "new", "top"] as const;
export const WINDOWS = ["day", "week", "month", "year", "all"] as const;

/** Order and license filter of a project list; `window` applies to `top` only. */
export type ListOrder = { sort: (typeof SORTS)[number]; window?: (typeof WINDOWS)[number]; license?: string };

export function listOrderOf(query: Record<string, string | string[] | undefined>): ListOrder {
  const sort = oneOf(SORTS, query.sort) ?? "hot";
  return sort === "top" ? { sort, window: oneOf(WINDOWS, query.window) ?? "week" } : { sort };
}

/** Return the path of a list in this order; `view` if projects are one view of the page. */
export function listPath(path: string, { sort, window, license }: ListOrder, view?: string): string {
  return withQuery(path, { view, sort: sort === "hot" ? undefined : sort, window, license });
}
