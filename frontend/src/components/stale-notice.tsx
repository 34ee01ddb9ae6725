"use client";

import { useTranslations } from "next-intl";
import { Alert } from "@/components/ui/alert";
import { Button } from "@/components/ui/button";

/** Notice after a 412: `settle` gets whether to load the saved values. */
export function StaleNotice({ title, settle }: { title: string; settle: (theirs: boolean) => Promise<void> }) {
  const t = useTranslations("common.stale");
  return (
    <Alert
      look="warn"
      live
      title={title}
      action={
        <span className="flex flex-wrap gap-3">
          <Button size="small" onClick={() => void settle(false)}>
            {t("keepMine")}
          </Button>
          <Button size="small" onClick={() => void settle(true)}>
            {t("takeTheirs")}
          </Button>
        </span>
      }
    >
      {t("text")}
    </Alert>
  );
}
