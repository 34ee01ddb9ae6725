import type { useTranslations } from "next-intl";
import type { PlacedProblem } from "../lib/problems";

type T = ReturnType<typeof useTranslations<"editor">>;

const WORDED: ReadonlySet<string> = new Set([
  "no_steps",
  "duplicate_name",
  "duplicate_output",
  "choices_missing",
  "empty_choice",
  "duplicate_choice",
  "bad_default",
  "bad_key",
  "duplicate_key",
  "empty_title",
  "empty_template",
  "bad_parameter",
  "undeclared_name",
  "output_too_early",
  "unclosed_slot",
  "empty_slot",
  "unused_variable",
  "choices_unused",
  "bad_example",
  "too_many",
  "too_long",
  "unknown_tool",
]);

/** What is wrong, in this reader's language; in the service's words where there are none for it. */
export function problemText(problem: PlacedProblem, t: T): string {
  const { code, values, place, message } = problem;
  if (code === "bad_name") return place.field === "template" ? t("problem.bad_slot", values) : t("problem.bad_name", values);
  if (WORDED.has(code)) return t(`problem.${code}` as "problem.too_many", { ...values, field: place.field });
  return message ?? code;
}
