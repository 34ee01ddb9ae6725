/** What pages get as `searchParams`. */
export type SearchParams = Promise<Record<string, string | string[] | undefined>>;

type Value = string | string[] | undefined;

/** The only value of a parameter; given twice, the first. */
export function one(value: Value): string | undefined {
  const first = Array.isArray(value) ? value[0] : value;
  return first === undefined || first === "" ? undefined : first;
}

/** The value, when it is one of those that are known. */
export function oneOf<const T extends string>(known: readonly T[], value: Value): T | undefined {
  const given = one(value);
  return known.find((each) => each === given);
}

/** A path with those parameters that have a value. */
export function withQuery(path: string, parameters: Record<string, string | number | undefined>): string {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(parameters)) {
    if (value !== undefined && value !== "") query.set(name, String(value));
  }
  const text = query.toString();
  return text === "" ? path : `${path}?${text}`;
}
