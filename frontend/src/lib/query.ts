/** Type of a page's `searchParams`. */
export type SearchParams = Promise<Record<string, string | string[] | undefined>>;

type Value = string | string[] | undefined;

/** Return the value of a parameter; the first one if repeated. */
export function one(value: Value): string | undefined {
  const first = Array.isArray(value) ? value[0] : value;
  return first === undefined || first === "" ? undefined : first;
}

/** Return the value if it is a known one. */
export function oneOf<const T extends string>(known: readonly T[], value: Value): T | undefined {
  const given = one(value);
  return known.find((each) => each === given);
}

/** Add parameters that have a value to a path. */
export function withQuery(path: string, parameters: Record<string, string | number | undefined>): string {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(parameters)) {
    if (value !== undefined && value !== "") query.set(name, String(value));
  }
  const text = query.toString();
  return text === "" ? path : `${path}?${text}`;
}
