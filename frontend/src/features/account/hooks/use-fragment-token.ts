"use client";

import { useEffect, useRef, useState } from "react";
import { takeToken } from "../fragment";

/**
 * The token that the page's address came with: undefined until a script has looked, null when there is none. Another link
 * opened in the same tab is a new token.
 */
export function useFragmentToken(): string | null | undefined {
  const [token, setToken] = useState<string | null>();
  const taken = useRef<string | null>(null);

  useEffect(() => {
    // React may run this twice, and the second time the address has nothing left.
    taken.current ??= takeToken();
    setToken(taken.current);
    const changed = () => {
      const another = takeToken();
      if (another !== null) setToken((taken.current = another));
    };
    addEventListener("hashchange", changed);
    return () => removeEventListener("hashchange", changed);
  }, []);

  return token;
}
