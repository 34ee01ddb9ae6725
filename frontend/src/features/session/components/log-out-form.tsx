"use client";

import type { ReactNode } from "react";
import { dropAllKept } from "@/lib/kept-all";

/** An ordinary form; with a script it also forgets what was being typed here. */
export function LogOutForm({ className, children }: { className?: string; children: ReactNode }) {
  return (
    <form action="/session/logout" method="post" onSubmit={dropAllKept}>
      <button type="submit" className={className}>
        {children}
      </button>
    </form>
  );
}
