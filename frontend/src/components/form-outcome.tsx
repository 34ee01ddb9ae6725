"use client";

import { useTranslations } from "next-intl";
import { Alert } from "@/components/ui/alert";
import { problemMessage } from "@/lib/api/problem";

/** What came of a form: what went wrong (what was thrown, or a sentence), and that the server is being waited for. */
export function FormOutcome({ problem, waiting = false }: { problem: unknown; waiting?: boolean }) {
  const errors = useTranslations("errors");
  return (
    <>
      {problem === null ? null : (
        <Alert look="danger" live>
          {typeof problem === "string" ? problem : problemMessage(problem, errors)}
        </Alert>
      )}
      {waiting ? (
        <p role="status" className="text-sm text-muted">
          {errors("unreachable")}
        </p>
      ) : null}
    </>
  );
}
