import type { useTranslations } from "next-intl";
import { LOCAL } from "../check";
import type { PlacedProblem } from "../problems";

type T = ReturnType<typeof useTranslations<"editor">>;

const WORDED: ReadonlySet<string> = new Set([...LOCAL, "unknown_tool"]);

/** Return a problem in the reader's language, or the service's message if there is no translation. */
export function problemText(problem: PlacedProblem, t: T): string {
  const { code, values, place, message } = problem;
  if (code === "bad_name") return place.field === "template" ? t("problem.bad_slot", values) : t("problem.bad_name", values);
  if (WORDED.has(code)) return t(`problem.${code}` as "problem.too_many", { ...values, field: place.field });
  return message ?? code;
}
