/**
 * Identity of this tab. A reload keeps it; a duplicated tab gets a new one. Where the browser has locks (https and
 * localhost), an open page locks its id, so that other tabs know which are open.
 */
export interface Tab {
  id: string;
  /** Whether another tab is open; null if unknown. */
  isOpen(tab: string): boolean | null;
}

const NAME = "editor-tab";

let own: Promise<string> | undefined;

export async function thisTab(): Promise<Tab> {
  own ??= nameOfTab();
  const id = await own;
  const held = await heldNames();
  return { id, isOpen: (tab) => (held ? held.has(`${NAME}:${tab}`) : null) };
}

async function nameOfTab(): Promise<string> {
  const before = read();
  if (before !== null && (await hold(before))) return before;
  const id = Math.random().toString(36).slice(2, 12);
  await hold(id);
  try {
    sessionStorage.setItem(NAME, id);
  } catch {
    // without storage the tab gets a new id after a reload
  }
  return id;
}

function read(): string | null {
  try {
    return sessionStorage.getItem(NAME);
  } catch {
    return null;
  }
}

/** Lock the id until the page closes. Return false if another tab has it. */
function hold(id: string): Promise<boolean> {
  if (!navigator.locks) return Promise.resolve(true);
  return new Promise((resolve) => {
    navigator.locks
      .request(`${NAME}:${id}`, { ifAvailable: true }, (lock) => {
        resolve(lock !== null);
        return lock === null ? undefined : new Promise<void>(() => undefined);
      })
      .catch(() => resolve(true));
  });
}

async function heldNames(): Promise<Set<string> | null> {
  if (!navigator.locks) return null;
  try {
    const { held = [] } = await navigator.locks.query();
    return new Set(held.flatMap((lock) => lock.name ?? []));
  } catch {
    return null;
  }
}
