"use client";

import { FolderPlus } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { whenShown } from "@/components/when-shown";
import { Button } from "@/components/ui/button";
import type { Collected } from "../model";

const CollectDialog = whenShown(() => import("./collect-dialog").then((module) => module.CollectDialog));

export function CollectOpener({ project }: { project: Collected }) {
  const t = useTranslations("collect");
  const [open, setOpen] = useState(false);
  const [wanted, setWanted] = useState(false);
  return (
    <>
      <Button
        aria-haspopup="dialog"
        onClick={() => {
          setWanted(true);
          setOpen(true);
        }}
      >
        <FolderPlus aria-hidden="true" />
        {t("collect")}
      </Button>
      {wanted ? <CollectDialog project={project} open={open} onClose={() => setOpen(false)} /> : null}
    </>
  );
}
