import { oneOf, withQuery } from "@/lib/query";

export const SORTS = ["hot", "new", "top"] as const;
export const WINDOWS = ["day", "week", "month", "year", "all"] as const;

/** How a list of projects is ordered; a `window` belongs to `top` alone. */
export type ListOrder = { sort: (typeof SORTS)[number]; window?: (typeof WINDOWS)[number] };

export function listOrderOf(query: Record<string, string | string[] | undefined>): ListOrder {
  const sort = oneOf(SORTS, query.sort) ?? "hot";
  return sort === "top" ? { sort, window: oneOf(WINDOWS, query.window) ?? "week" } : { sort };
}

/** The address of a list so ordered, at a page's path; `view` where projects are one of the page's views. */
export function listPath(path: string, { sort, window }: ListOrder, view?: string): string {
  return withQuery(path, { view, sort: sort === "hot" ? undefined : sort, window });
}
