/** Split a text into the part that differs from another and the common parts around it, at word boundaries. */
export function changedPart(base: string, side: string): { before: string; changed: string; after: string } {
  const was = words(base);
  const now = words(side);
  let head = 0;
  while (head < was.length && head < now.length && was[head] === now[head]) head += 1;
  let tail = 0;
  while (tail < was.length - head && tail < now.length - head && was[was.length - 1 - tail] === now[now.length - 1 - tail])
    tail += 1;
  return {
    before: now.slice(0, head).join(""),
    changed: now.slice(head, now.length - tail).join(""),
    after: now.slice(now.length - tail).join(""),
  };
}

function words(text: string): string[] {
  return text.match(/\{\{[ \t]*\w+[ \t]*\}\}|[\p{L}\p{N}_]+|\s+|[^\p{L}\p{N}_\s]/gu) ?? [];
}
