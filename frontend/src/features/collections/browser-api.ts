import { browserApi } from "@/lib/api/browser";
import type { components } from "@/lib/api/schema";

export type Collection = components["schemas"]["Collection"];

const PAGE = 100;
const AT_ONCE = 3;

export async function loadOwnCollections(): Promise<Collection[]> {
  const found: Collection[] = [];
  let cursor: string | undefined;
  do {
    const { data } = await browserApi.GET("/api/v1/me/collections", { params: { query: { limit: PAGE, cursor } } });
    found.push(...(data?.data ?? []));
    cursor = data?.next_cursor ?? undefined;
  } while (cursor !== undefined);
  return found;
}

/** Whether a collection contains a project; only its items tell. */
export async function containsProject(collection: Collection, projectId: string): Promise<boolean> {
  const { handle, slug, items } = collection;
  if (items === 0) return false;
  let cursor: string | undefined;
  do {
    const { data } = await browserApi.GET("/api/v1/collections/{handle}/{slug}/items", {
      params: { path: { handle, slug }, query: { limit: PAGE, cursor } },
    });
    if (data?.data.some((item) => item.project.project_id === projectId)) return true;
    cursor = data?.next_cursor ?? undefined;
  } while (cursor !== undefined);
  return false;
}

/** Call `ask` for each item, a few at a time, and report each result. The first failure stops it. */
export async function forEachLimited<T, A>(all: readonly T[], ask: (one: T) => Promise<A>, tell: (one: T, answer: A) => void): Promise<void> {
  const waiting = [...all];
  const go = async () => {
    for (let one = waiting.shift(); one !== undefined; one = waiting.shift()) tell(one, await ask(one));
  };
  await Promise.all(Array.from({ length: AT_ONCE }, go));
}
