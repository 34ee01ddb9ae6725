"use client";

import { useTranslations } from "next-intl";
import type { Kept } from "@/lib/kept";

/** In a form whose text came back: that it did, and the way to be rid of it. */
export function KeptNotice({ kept: { restored, discard } }: { kept: Kept }) {
  const common = useTranslations("common");
  if (!restored) return null;
  return (
    <p role="status" className="text-sm text-muted">
      {common("kept")}{" "}
      <button type="button" className="link" onClick={discard}>
        {common("discard")}
      </button>
    </p>
  );
}
