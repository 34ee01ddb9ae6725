"use client";

import { useTranslations } from "next-intl";
import type { PersistedState } from "@/lib/persisted-state";

/** Notice in a form with restored text, and a button to discard it. */
export function RestoredNotice({ kept: { restored, discard } }: { kept: PersistedState }) {
  const common = useTranslations("common");
  if (!restored) return null;
  return (
    <p role="status" className="text-sm text-muted">
      {common("restored")}{" "}
      <button type="button" className="link" onClick={discard}>
        {common("discard")}
      </button>
    </p>
  );
}
