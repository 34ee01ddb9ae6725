"use client";

import { Flag } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { whenShown } from "@/components/when-shown";
import { Button } from "@/components/ui/button";
import { TARGET_NAMES, type Target } from "../target";

export type { Target };

const ReportDialog = whenShown(() => import("./report-dialog").then((module) => module.ReportDialog));

/**
 * Button that opens the report dialog, loaded on demand. `name` is the target's name. Without scripts it links to
 * /report.
 */
export function ReportOpener({ target, name }: { target: Target; name: string }) {
  const t = useTranslations("reports");
  const [open, setOpen] = useState(false);
  const [wanted, setWanted] = useState(false);
  return (
    <>
      <form action="/report">
        {TARGET_NAMES.map((each) => (target[each] ? <input key={each} type="hidden" name={each} value={target[each]} /> : null))}
        <Button
          type="submit"
          look="quiet"
          size="small"
          aria-haspopup="dialog"
          onClick={(event) => {
            event.preventDefault();
            setWanted(true);
            setOpen(true);
          }}
        >
          <Flag aria-hidden="true" />
          {t("report")}
        </Button>
      </form>
      {wanted ? <ReportDialog target={target} name={name} open={open} onClose={() => setOpen(false)} /> : null}
    </>
  );
}
