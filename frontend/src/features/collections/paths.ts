/** Return the path of a collection or its editor. */
export function collectionPath({ handle, slug }: { handle: string; slug: string }, below?: "edit"): string {
  const path = `/collections/${encodeURIComponent(handle)}/${encodeURIComponent(slug)}`;
  return below === undefined ? path : `${path}/${below}`;
}
