"use client";

import { useTranslations } from "next-intl";
import { Alert } from "@/components/ui/alert";
import { problemMessage } from "@/lib/api/problem";

/** Result of a form: the problem (an error or a sentence), and whether it waits for the server. */
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
