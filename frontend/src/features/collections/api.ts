import "server-only";

import { cache } from "react";
import { api, load, loadOrNull } from "@/lib/api/server";
import type { components } from "@/lib/api/schema";

export type Collection = components["schemas"]["Collection"];
export type Item = components["schemas"]["Item"];

/** Cached per request: used by the page and its metadata. Follows renamed makers. */
export const loadCollection = cache(async (handle: string, slug: string): Promise<Collection> => {
  return load((await api()).GET("/api/v1/collections/{handle}/{slug}", { params: { path: { handle, slug } } }));
});

/** Reason of an admin's removal, for the owner. */
export async function loadRemoval(handle: string, slug: string) {
  return loadOrNull((await api()).GET("/api/v1/collections/{handle}/{slug}/removal", { params: { path: { handle, slug } } }));
}

export async function loadItems({ handle, slug }: Pick<Collection, "handle" | "slug">, cursor?: string, limit?: number) {
  return load(
    (await api()).GET("/api/v1/collections/{handle}/{slug}/items", { params: { path: { handle, slug }, query: { cursor, limit } } }),
  );
}

/** All items, for reordering: at most 500, in five requests. */
export async function loadAllItems(collection: Pick<Collection, "handle" | "slug">): Promise<Item[]> {
  const items: Item[] = [];
  let cursor: string | undefined;
  do {
    const page = await loadItems(collection, cursor, 100);
    items.push(...page.data);
    cursor = page.next_cursor ?? undefined;
  } while (cursor !== undefined);
  return items;
}
