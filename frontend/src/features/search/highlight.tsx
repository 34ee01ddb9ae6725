import type { ReactNode } from "react";

export type Mark = { start: number; length: number };

/** Highlight matches in a text; `start` and `length` count Unicode code points, as the API does. */
export function highlight(text: string, marks: readonly Mark[]): ReactNode[] {
  const points = Array.from(text);
  const parts: ReactNode[] = [];
  let at = 0;
  for (const { start, length } of [...marks].sort((a, b) => a.start - b.start)) {
    if (start < at || start >= points.length) continue;
    if (start > at) parts.push(points.slice(at, start).join(""));
    at = Math.min(start + length, points.length);
    parts.push(
      <mark key={start} className="rounded-sm bg-accent-soft text-ink">
        {points.slice(start, at).join("")}
      </mark>,
    );
  }
  if (at < points.length) parts.push(points.slice(at).join(""));
  return parts;
}
