/** What the names of kept texts begin with: see kept.ts. Here for logging out, which is on every page. */
export const PREFIX = "kept:";

/** For logging out: what one maker typed is not for the next one at this browser. */
export function clearPersistedState(): void {
  forEachPersisted((name) => localStorage.removeItem(name));
}

export function forEachPersisted(act: (name: string, text: string) => void): void {
  try {
    for (const name of Object.keys(localStorage)) {
      if (name.startsWith(PREFIX)) act(name, localStorage.getItem(name) ?? "");
    }
  } catch {
    // Storage is forbidden: nothing is kept in it.
  }
}
