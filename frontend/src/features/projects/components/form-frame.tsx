"use client";

import { useEffect, useRef, type FormEvent, type ReactNode } from "react";
import { FormOutcome } from "@/components/form-outcome";
import { RestoredNotice } from "@/components/restored-notice";
import type { PersistedState } from "@/lib/persisted-state";

/** Common parts of both project forms: restored text, errors and waiting. Focuses the first invalid field. */
export function FormFrame({
  onSubmit,
  kept,
  problem,
  errors,
  waiting,
  footer,
  children,
}: {
  onSubmit: (event: FormEvent<HTMLFormElement>) => void;
  kept: PersistedState;
  problem: string | null;
  errors: Readonly<Record<string, string>>;
  waiting: boolean;
  footer: ReactNode;
  children: ReactNode;
}) {
  const form = useRef<HTMLFormElement>(null);

  useEffect(() => {
    if (Object.keys(errors).length > 0) form.current?.querySelector<HTMLElement>("[aria-invalid=true]")?.focus();
  }, [errors]);

  return (
    <form ref={form} onSubmit={onSubmit} className="space-y-6" noValidate>
      <RestoredNotice kept={kept} />
      {children}
      <FormOutcome problem={problem} waiting={waiting} />
      <div className="flex flex-wrap items-center gap-3 border-t border-line pt-4">{footer}</div>
    </form>
  );
}
