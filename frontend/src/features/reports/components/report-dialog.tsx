"use client";

import { useTranslations } from "next-intl";
import { useId } from "react";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { toast } from "@/lib/toast";
import { useReport } from "../hooks/use-report";
import type { Target } from "../target";
import { ReportFields } from "./report-fields";

export function ReportDialog({
  target,
  name,
  open,
  onClose,
}: {
  target: Target;
  name: string;
  open: boolean;
  onClose: () => void;
}) {
  const t = useTranslations("reports");
  const common = useTranslations("common");
  const report = useReport(target, () => {
    toast(t("thanks"));
    onClose();
  });
  const form = useId();
  return (
    <Dialog
      open={open}
      onClose={onClose}
      title={t("title", { name })}
      close={common("close")}
      insist={report.note !== ""}
      footer={
        <>
          <Button onClick={onClose}>{common("cancel")}</Button>
          <Button type="submit" form={form} look="primary" busy={report.busy}>
            {report.busy ? t("sending") : t("send")}
          </Button>
        </>
      }
    >
      <form id={form} onSubmit={report.submit} className="space-y-4" noValidate>
        <ReportFields report={report} />
      </form>
    </Dialog>
  );
}
