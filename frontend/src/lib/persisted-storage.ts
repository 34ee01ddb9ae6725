/** Key prefix of persisted state: see persisted-state.ts. Separate for logging out, which is on every page. */
export const PREFIX = "kept:";

/** Remove all persisted state on logout, so that the next maker in this browser does not see it. */
export function clearPersistedState(): void {
  forEachPersisted((name) => localStorage.removeItem(name));
}

export function forEachPersisted(act: (name: string, text: string) => void): void {
  try {
    for (const name of Object.keys(localStorage)) {
      if (name.startsWith(PREFIX)) act(name, localStorage.getItem(name) ?? "");
    }
  } catch {
    // Storage is forbidden: nothing is stored.
  }
}
