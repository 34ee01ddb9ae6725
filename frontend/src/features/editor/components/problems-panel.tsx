"use client";

import { CircleAlert, CircleCheck, Info } from "lucide-react";
import { useTranslations } from "next-intl";
import type { PlacedProblem } from "../problems";
import { goTo } from "./go-to";
import { problemText } from "./problem-text";

/** Maximum number of listed problems. */
const MOST = 30;

/** Problems and suggestions of the draft; each links to its place. */
export function ProblemsPanel({ problems }: { problems: readonly PlacedProblem[] }) {
  const t = useTranslations("editor");
  const errors = problems.filter((problem) => problem.severity === "error");
  const warnings = problems.filter((problem) => problem.severity === "warning");
  return (
    <section aria-labelledby="ed-problems" className="space-y-2">
      <h2 id="ed-problems" tabIndex={-1} className="scroll-mt-28 text-lg font-semibold">
        {t("problems.title")}
      </h2>
      {errors.length === 0 ? (
        <p className="flex items-start gap-2 text-[0.9375rem] text-muted">
          <CircleCheck aria-hidden="true" className="mt-1 size-4 shrink-0 text-accent" />
          {t("problems.none")}
        </p>
      ) : (
        <>
          <p className="text-sm text-muted">{t("problems.about", { count: errors.length })}</p>
          <ProblemList problems={errors} />
        </>
      )}
      {warnings.length > 0 ? (
        <details>
          <summary className="flex min-h-10 list-none items-center gap-2 text-sm text-muted">
            <Info aria-hidden="true" className="size-4 shrink-0" />
            {t("problems.warnings", { count: warnings.length })}
          </summary>
          <ProblemList problems={warnings} />
        </details>
      ) : null}
    </section>
  );
}

export function ProblemList({ problems, onGo }: { problems: readonly PlacedProblem[]; onGo?: () => void }) {
  const t = useTranslations("editor");
  return (
    <ul className="space-y-0.5">
      {problems.slice(0, MOST).map((problem) => (
        <li key={problem.key}>
          <button
            type="button"
            className="flex min-h-10 w-full items-start gap-2 rounded-md px-1 py-1.5 text-start text-sm hover:bg-sunken"
            onClick={() => {
              onGo?.();
              // Wait until the closing dialog has returned the focus.
              requestAnimationFrame(() => requestAnimationFrame(() => goTo(problem.place, problem.offset)));
            }}
          >
            <CircleAlert
              aria-hidden="true"
              className={problem.severity === "error" ? "mt-0.5 size-4 shrink-0 text-danger" : "mt-0.5 size-4 shrink-0 text-muted"}
            />
            <span className="min-w-0 [overflow-wrap:anywhere]">
              {problem.place.part === "step" ? (
                <span className="font-medium">{t("problems.step", { number: problem.place.number })} </span>
              ) : null}
              {problemText(problem, t)}
            </span>
          </button>
        </li>
      ))}
      {problems.length > MOST ? (
        <li className="px-1 text-sm text-muted">{t("problems.more", { count: problems.length - MOST })}</li>
      ) : null}
    </ul>
  );
}
