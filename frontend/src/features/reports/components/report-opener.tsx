"use client";

import { Flag } from "lucide-react";
import dynamic from "next/dynamic";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import type { components } from "@/lib/api/schema";

export type Target = components["schemas"]["Target"];

const ReportDialog = dynamic(() => import("./report-dialog").then((module) => module.ReportDialog), { ssr: false });

/** The button that opens the dialog, which is loaded when it is wanted. `name` is what is reported, in words. */
export function ReportOpener({ target, name }: { target: Target; name: string }) {
  const t = useTranslations("reports");
  const [open, setOpen] = useState(false);
  const [wanted, setWanted] = useState(false);
  return (
    <>
      <Button
        look="quiet"
        size="small"
        aria-haspopup="dialog"
        onClick={() => {
          setWanted(true);
          setOpen(true);
        }}
      >
        <Flag aria-hidden="true" />
        {t("report")}
      </Button>
      {wanted ? <ReportDialog target={target} name={name} open={open} onClose={() => setOpen(false)} /> : null}
    </>
  );
}
