"use client";

import { useTranslations } from "next-intl";
import { useDeferredValue, useId, useMemo, useState } from "react";
import { Link } from "@/components/link";
import { Button } from "@/components/ui/button";
import { buttonClass } from "@/components/ui/button-class";
import { cn } from "@/lib/cn";
import { useFilled } from "../hooks/use-filled";
import { type Content, isFilled, joinSteps, countOpenFields, problemKey, readersOf } from "../run";
import { type Problem, render, type RenderedStep } from "../template";
import type { Step } from "../run";
import { CopyButton } from "./copy-button";
import { VariableField } from "./field";
import { NameChip, Prompt } from "./prompt";

/** Fields and steps of a workflow, rendered while typing. The server renders them with defaults. */
export function Runner({
  workflowId,
  about,
  content,
  tools,
}: {
  workflowId: string;
  /** By step key, the path of its comments. */
  about?: Readonly<Record<string, string>>;
  content: Content;
  tools: Readonly<Record<string, string>>;
}) {
  const t = useTranslations("workflow_run");
  const { filled, setInput, setOutput, clear, undo } = useFilled(workflowId, content);
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set());
  const shown = useDeferredValue(filled);
  const { steps, problems } = useMemo(() => render(content, shown.inputs, shown.outputs), [content, shown]);
  // Copy the newest input, even if it is not rendered yet.
  const now = () => render(content, filled.inputs, filled.outputs).steps;

  const byName = new Map(problems.flatMap((problem) => (problem.name === null ? [] : [[problem.name, problem]])));
  const missing = content.variables.filter((variable) => byName.has(variable.name)).length;
  const isTooMuch = problems.some((problem) => problem.name === null);

  const hasForm = content.variables.length > 0;
  return (
    <div className={cn("grid gap-x-10 gap-y-8", hasForm && "lg:grid-cols-[minmax(17rem,22rem)_minmax(0,1fr)]")}>
      {hasForm && (
        <section aria-labelledby="fill-in" className="lg:sticky lg:top-4 lg:max-h-[calc(100dvh-2rem)] lg:self-start lg:-mx-1 lg:overflow-y-auto lg:px-1 lg:pb-4">
          <div className="mb-3 flex min-h-10 flex-wrap items-center justify-between gap-2">
            <h2 id="fill-in" className="text-lg font-semibold">
              {t("formTitle")}
            </h2>
            {isFilled(filled) ? (
              <Button look="quiet" size="small" onClick={clear}>
                {t("clear")}
              </Button>
            ) : undo ? (
              <span className="text-sm text-muted">
                {t("cleared")}{" "}
                <button type="button" className="link min-h-10" onClick={undo}>
                  {t("undo")}
                </button>
              </span>
            ) : null}
          </div>
          <form className="space-y-5" onSubmit={(event) => event.preventDefault()} noValidate>
            {content.variables.map((variable) => {
              const problem = byName.get(variable.name);
              const isTold = problem && (left.has(variable.name) || problem.code !== "required");
              return (
                <VariableField
                  key={variable.name}
                  variable={variable}
                  value={filled.inputs[variable.name]}
                  problem={isTold ? t(problemKey(problem, variable)) : null}
                  onChange={(value) => setInput(variable.name, value)}
                  onLeave={() => setLeft((before) => new Set(before).add(variable.name))}
                />
              );
            })}
          </form>
          <p className="mt-4 text-sm text-muted">
            <span role="status">{t("progress", { missing })}</span>
            {". "}
            {t("kept")}
          </p>
        </section>
      )}
      <section aria-labelledby="steps" className="min-w-0">
        <div className="mb-1 flex min-h-10 flex-wrap items-center justify-between gap-2">
          <h2 id="steps" className="text-lg font-semibold">
            {t("stepsTitle")}
          </h2>
          {steps.length > 1 && (
            <CopyButton text={() => joinSteps(now())} open={() => countOpenFields(now())} label={t("copyAll")} />
          )}
        </div>
        {!hasForm && <p className="mb-3 text-sm text-muted">{t("nothingToFill")}</p>}
        {isTooMuch && (
          <p role="alert" className="mb-3 text-sm text-danger">
            {t("tooMuch")}
          </p>
        )}
        <ol className="thread">
          {steps.map((rendered, at) => (
            <StepItem
              key={rendered.step.key}
              rendered={rendered}
              about={about?.[rendered.step.key]}
              number={at + 1}
              tools={tools}
              readers={rendered.step.output === null ? 0 : readersOf(content, rendered.step.output)}
              output={rendered.step.output === null ? "" : (filled.outputs[rendered.step.output] ?? "")}
              outputProblem={rendered.step.output === null ? undefined : byName.get(rendered.step.output)}
              onOutput={setOutput}
              current={() => now()[at]}
            />
          ))}
        </ol>
      </section>
    </div>
  );
}

function StepItem({
  rendered,
  about,
  number,
  tools,
  readers,
  output,
  outputProblem,
  onOutput,
  current,
}: {
  rendered: RenderedStep<Step>;
  about: string | undefined;
  number: number;
  tools: Readonly<Record<string, string>>;
  readers: number;
  output: string;
  outputProblem: Problem | undefined;
  onOutput: (name: string, text: string) => void;
  current: () => RenderedStep<Step> | undefined;
}) {
  const t = useTranslations("workflow_run");
  const id = useId();
  const { step, segments, waitingFor, missing } = rendered;
  const parameters = Object.entries(step.parameters);
  return (
    <li id={`step-${step.key}`} className="scroll-mt-4 pt-1.5 pb-8" data-testid="step">
      <div className="flex flex-wrap items-start justify-between gap-x-4 gap-y-2">
        <div className="min-w-0 flex-1 basis-36">
          <h3 className="font-semibold break-words">
            <span className="me-2 font-mono text-sm font-normal text-muted">
              <span className="sr-only">{t("stepNumber", { number })}: </span>
              <span aria-hidden>{number}</span>
            </span>
            {step.title}
          </h3>
          <StepMeta step={step} tools={tools} />
        </div>
        <CopyButton
          text={() => current()?.text ?? rendered.text}
          open={() => countOpenFields([current() ?? rendered])}
          label={t("copy")}
          accessibleLabel={t("copyStep", { number, title: step.title })}
        />
      </div>
      <div className="mt-3 rounded-md border border-line bg-sunken p-4">
        <Prompt segments={segments} />
      </div>
      {(waitingFor.length > 0 || missing.length > 0) && (
        <p className="mt-2 space-x-3 text-sm text-muted">
          {missing.length > 0 && <span>{t.rich("stillMissing", { names: () => names(missing, "variable") })}</span>}
          {waitingFor.length > 0 && <span>{t.rich("waitsFor", { names: () => names(waitingFor, "output") })}</span>}
        </p>
      )}
      {parameters.length > 0 && (
        <details className="mt-2 text-sm">
          <summary className="inline-flex min-h-10 list-none items-center text-muted underline decoration-dotted underline-offset-4 sm:min-h-6">
            {t("parameters")}
          </summary>
          <dl className="mt-1 grid w-fit grid-cols-[auto_auto] gap-x-4 gap-y-0.5 font-mono text-[0.8125rem]">
            {parameters.map(([name, value]) => (
              <div key={name} className="contents">
                <dt className="text-muted">{name}</dt>
                <dd className="break-words">{String(value)}</dd>
              </div>
            ))}
          </dl>
        </details>
      )}
      {step.output !== null && (
        <div className="mt-4 space-y-1">
          <div className="flex flex-wrap items-baseline justify-between gap-x-3">
            <label htmlFor={`${id}-output`} className="text-sm font-medium">
              {t("outputLabel", { number })}
            </label>
            <NameChip name={step.output} kind="output" />
          </div>
          <textarea
            id={`${id}-output`}
            aria-describedby={`${id}-hint`}
            aria-invalid={outputProblem ? true : undefined}
            value={output}
            rows={2}
            onChange={(event) => step.output !== null && onOutput(step.output, event.target.value)}
            className="field-sizing-content max-h-64 min-h-16 w-full rounded-md border border-dashed border-edge bg-raised px-3 py-2 text-base sm:text-sm"
          />
          <p id={`${id}-hint`} className={cn("text-sm", outputProblem ? "text-danger" : "text-muted")}>
            {outputProblem ? t("problem.too_long") : t("outputHint", { count: readers })}
          </p>
        </div>
      )}
      {about && (
        <Link href={about} rel="nofollow" className={buttonClass({ look: "quiet", size: "small", className: "-ms-3 mt-2" })}>
          {t("comment")}
        </Link>
      )}
    </li>
  );
}

function StepMeta({ step, tools }: { step: Step; tools: Readonly<Record<string, string>> }) {
  const t = useTranslations("workflow_run");
  const toolLink = (chunks: React.ReactNode) => (
    <Link href={`/tools/${encodeURIComponent(step.tool ?? "")}`} className="link">
      {chunks}
    </Link>
  );
  const tool = step.tool === null ? null : (tools[step.tool] ?? step.tool);
  const parts = [
    step.kind === "manual" && t("manual"),
    tool !== null && step.model !== null
      ? t.rich("toolAndModel", { tool: toolLink, name: tool, model: step.model })
      : tool !== null
        ? t.rich("tool", { tool: toolLink, name: tool })
        : step.model !== null && t("model", { model: step.model }),
  ].filter((part) => part !== false);
  if (parts.length === 0) return null;
  return (
    <p className="text-sm break-words text-muted">
      {parts.map((part, at) => (
        <span key={at}>
          {at > 0 && " · "}
          {part}
        </span>
      ))}
    </p>
  );
}

function names(all: readonly string[], kind: "variable" | "output") {
  return all.map((name, at) => (
    <span key={name}>
      {at > 0 && ", "}
      <NameChip name={name} kind={kind} />
    </span>
  ));
}
