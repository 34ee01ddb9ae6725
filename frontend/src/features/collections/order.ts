/** Move an item up (-1) or down (1). Return the same list if it cannot move. */
export function moved<T>(list: readonly T[], from: number, by: -1 | 1): readonly T[] {
  const to = from + by;
  const one = list[from];
  const other = list[to];
  if (one === undefined || other === undefined) return list;
  const next = [...list];
  next[from] = other;
  next[to] = one;
  return next;
}
