"use client";

import { useEffect, useState } from "react";

const listeners = new Set<(by: number) => void>();

/** Update the count above when the viewer posts (1) or deletes (-1) a comment. */
export function countComment(by: 1 | -1): void {
  for (const listener of listeners) listener(by);
}

/** Number of comments: the server's count plus the viewer's changes since. */
export function CommentCount({ counted }: { counted: number }) {
  const [since, setSince] = useState({ counted, own: 0 });
  if (since.counted !== counted) setSince({ counted, own: 0 });

  useEffect(() => {
    const listener = (by: number) => setSince((before) => ({ ...before, own: before.own + by }));
    listeners.add(listener);
    return () => void listeners.delete(listener);
  }, []);

  return Math.max(0, since.counted + since.own);
}
