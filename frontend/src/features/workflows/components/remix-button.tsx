"use client";

import { GitFork } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { whenShown } from "@/components/when-shown";
import { Button } from "@/components/ui/button";
import type { RemixOf } from "../model";

const RemixDialog = whenShown(() => import("./remix-dialog").then((module) => module.RemixDialog));

export function RemixButton(props: RemixOf) {
  const t = useTranslations("workflow_remix");
  const [open, setOpen] = useState(false);
  const [wanted, setWanted] = useState(false);
  return (
    <>
      <Button
        look="primary"
        aria-haspopup="dialog"
        onClick={() => {
          setWanted(true);
          setOpen(true);
        }}
      >
        <GitFork aria-hidden="true" />
        {t("button")}
      </Button>
      {wanted && <RemixDialog {...props} open={open} onClose={() => setOpen(false)} />}
    </>
  );
}
