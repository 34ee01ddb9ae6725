import { type Content, same, type Step, type Variable } from "./content";

/**
 * Compare two texts of a draft with their base, step by step and field by field: this tab's (`mine`) and the saved one
 * (`theirs`).
 */
export type Choice = "mine" | "theirs" | "both";

export interface Row<T extends Step | Variable = Step | Variable> {
  /** `steps/outline`, `variables/tone`. */
  id: string;
  base: T | null;
  mine: T | null;
  theirs: T | null;
  /**
   * `same` in both; changed on one side; changed on both sides in different fields, which are combined (`joined`); or a
   * conflict in one field.
   */
  state: "same" | "mine" | "theirs" | "both" | "conflict";
  joined: T | null;
}

export interface Comparison {
  steps: Row<Step>[];
  variables: Row<Variable>[];
}

export function compare(base: Content, mine: Content, theirs: Content): Comparison {
  return {
    steps: rows("steps", base.steps, mine.steps, theirs.steps, (step) => step.key),
    variables: rows("variables", base.variables, mine.variables, theirs.variables, (variable) => variable.name),
  };
}

/** Return the default choice of a row: the only changed side; mine for a conflict. */
export function suggested(row: Row): Choice {
  return row.state === "theirs" ? "theirs" : row.state === "both" ? "both" : "mine";
}

/** Build the content from the choices. */
export function merged(
  base: Content,
  mine: Content,
  theirs: Content,
  comparison: Comparison,
  choices: ReadonlyMap<string, Choice>,
): Content {
  return {
    variables: joined(
      comparison.variables,
      choices,
      [base.variables, mine.variables, theirs.variables].map((list) => keyed(list, (variable) => variable.name)),
    ),
    steps: joined(
      comparison.steps,
      choices,
      [base.steps, mine.steps, theirs.steps].map((list) => keyed(list, (step) => step.key)),
    ),
  };
}

type Keyed<T> = Map<string, T>;

/** Group by key. A draft may contain a key twice; number the second. */
function keyed<T>(parts: readonly T[], keyOf: (part: T) => string): Keyed<T> {
  const found: Keyed<T> = new Map();
  for (const part of parts) {
    let key = keyOf(part);
    for (let turn = 2; found.has(key); turn++) key = `${keyOf(part)}#${turn}`;
    found.set(key, part);
  }
  return found;
}

function rows<T extends Step | Variable>(
  list: string,
  base: readonly T[],
  mine: readonly T[],
  theirs: readonly T[],
  keyOf: (part: T) => string,
): Row<T>[] {
  const [b, m, t] = [keyed(base, keyOf), keyed(mine, keyOf), keyed(theirs, keyOf)];
  const order = inOrder([...b.keys()], [...m.keys()], [...t.keys()]);
  return order.map((key) => {
    const row = { base: b.get(key) ?? null, mine: m.get(key) ?? null, theirs: t.get(key) ?? null };
    return { id: `${list}/${key}`, ...row, ...stateOf(row.base, row.mine, row.theirs) };
  });
}

function stateOf<T extends Step | Variable>(
  base: T | null,
  mine: T | null,
  theirs: T | null,
): Pick<Row<T>, "state" | "joined"> {
  if (same(mine, theirs)) return { state: "same", joined: null };
  if (same(mine, base)) return { state: "theirs", joined: null };
  if (same(theirs, base)) return { state: "mine", joined: null };
  const together = base && mine && theirs ? fields(base, mine, theirs) : null;
  return together ? { state: "both", joined: together } : { state: "conflict", joined: null };
}

/** Merge field by field, each from the side that changed it; null if both changed one. */
function fields<T extends Step | Variable>(base: T, mine: T, theirs: T): T | null {
  const result: T = { ...mine };
  for (const name of Object.keys(theirs) as (keyof T)[]) {
    if (same(mine[name], theirs[name]) || same(theirs[name], base[name])) continue;
    if (!same(mine[name], base[name])) return null;
    result[name] = theirs[name];
  }
  return result;
}

function joined<T extends Step | Variable>(
  list: readonly Row<T>[],
  choices: ReadonlyMap<string, Choice>,
  sides: Keyed<T>[],
): T[] {
  const [base, mine, theirs] = sides.map((side) => [...side.keys()]) as [string[], string[], string[]];
  const chosen = new Map<string, T>();
  for (const row of list) {
    const choice = choices.get(row.id) ?? suggested(row);
    const part = choice === "both" ? (row.joined ?? row.mine) : row[choice];
    if (part) chosen.set(row.id.slice(row.id.indexOf("/") + 1), part);
  }
  return inOrder(base, mine, theirs).flatMap((key) => chosen.get(key) ?? []);
}

/** Order keys by the side that changed the order (mine if both did); insert other keys after their predecessor. */
function inOrder(base: readonly string[], mine: readonly string[], theirs: readonly string[]): string[] {
  const all = new Set(mine.filter((key) => base.includes(key) && theirs.includes(key)));
  const common = (list: readonly string[]) => list.filter((key) => all.has(key)).join("\n");
  const [first, second] = common(mine) === common(base) ? [theirs, mine] : [mine, theirs];
  const order = [...first];
  for (const list of [second, base]) {
    list.forEach((key, at) => {
      if (order.includes(key)) return;
      const before = list.slice(0, at).findLast((other) => order.includes(other));
      order.splice(before === undefined ? 0 : order.indexOf(before) + 1, 0, key);
    });
  }
  return order;
}
