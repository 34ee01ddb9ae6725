/**
 * Which tab this is. A tab keeps its name through a reload; one that was duplicated gets a name of its own. Where the
 * browser has locks (https and localhost), a name is held as long as its page is open, so others can see who is gone.
 */
export interface Tab {
  id: string;
  /** Whether another tab is open; null when that cannot be told. */
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
    // without it this tab has a new name after a reload
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

/** Holds the name until the page goes. False when another tab has it. */
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
