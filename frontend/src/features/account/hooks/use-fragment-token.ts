"use client";

import { useEffect, useRef, useState } from "react";
import { takeToken } from "../fragment";

/**
 * Token in the page's URL: undefined until the script has run, null if there is none. Another link opened in the same
 * tab is a new token.
 */
export function useFragmentToken(): string | null | undefined {
  const [token, setToken] = useState<string | null>();
  const taken = useRef<string | null>(null);

  useEffect(() => {
    // React may run this twice; the second time the token is gone from the URL.
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
