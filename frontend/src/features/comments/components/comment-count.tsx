"use client";

import { useEffect, useState } from "react";

const listeners = new Set<(by: number) => void>();

/** The maker of this page wrote one (1) or deleted one (-1): what is counted above them says so at once. */
export function countComment(by: 1 | -1): void {
  for (const listener of listeners) listener(by);
}

/** How many there are: what the server counted, and what was written here since it did. */
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
