"use client";

import { useTranslations } from "next-intl";
import { useActionState, useEffect, useRef, useState } from "react";
import { Alert } from "@/components/ui/alert";
import { Button, ButtonLink } from "@/components/ui/button";
import { sendReport } from "../actions";
import { useReport } from "../hooks/use-report";
import { NO_RESULT } from "../model";
import { TARGET_NAMES, type Target } from "../target";
import { ReportFields } from "./report-fields";

/** The form of /report. Without scripts it is posted, and returns with its input. */
export function ReportForm({ target, back }: { target: Target; back: string }) {
  const t = useTranslations("reports");
  const words = useTranslations("report_page");
  const [posted, action] = useActionState(sendReport, NO_RESULT);
  const [sent, setSent] = useState(false);
  const report = useReport(target, () => setSent(true), posted);
  const thanks = useRef<HTMLDivElement>(null);

  useEffect(() => {
    if (sent) thanks.current?.focus();
  }, [sent]);

  if (sent || posted.done) {
    return (
      <div ref={thanks} tabIndex={-1}>
        <Alert
          live
          title={t("thanks")}
          action={
            <ButtonLink href={back} size="small">
              {words("back")}
            </ButtonLink>
          }
        >
          {words("yours")}
        </Alert>
      </div>
    );
  }
  return (
    <form action={action} onSubmit={report.submit} className="max-w-xl space-y-5" noValidate>
      {TARGET_NAMES.map((name) => (target[name] ? <input key={name} type="hidden" name={name} value={target[name]} /> : null))}
      <ReportFields report={report} refused={posted.problem} />
      <Button type="submit" look="primary" busy={report.busy}>
        {report.busy ? t("sending") : t("send")}
      </Button>
    </form>
  );
}
