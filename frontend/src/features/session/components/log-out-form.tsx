"use client";

import type { ReactNode } from "react";
import { clearPersistedState } from "@/lib/persisted-storage";

/** A plain form; with scripts it also removes unsaved text. */
export function LogOutForm({ className, children }: { className?: string; children: ReactNode }) {
  return (
    <form action="/session/logout" method="post" onSubmit={clearPersistedState}>
      <button type="submit" className={className}>
        {children}
      </button>
    </form>
  );
}
