"use client";

import type { ReactNode } from "react";
import { clearPersistedState } from "@/lib/persisted-storage";

/** An ordinary form; with a script it also forgets what was being typed here. */
export function LogOutForm({ className, children }: { className?: string; children: ReactNode }) {
  return (
    <form action="/session/logout" method="post" onSubmit={clearPersistedState}>
      <button type="submit" className={className}>
        {children}
      </button>
    </form>
  );
}
