"use client";

import { ArrowDown, ArrowUp, ChevronRight, Plus, Trash2, X } from "lucide-react";
import { useTranslations } from "next-intl";
import { memo, useState } from "react";
import { Badge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { Checkbox } from "@/components/ui/checkbox";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { Select } from "@/components/ui/select";
import { Textarea } from "@/components/ui/textarea";
import { isName, LIMITS, type Variable, type VariableType } from "../content";
import { type Action, type Doc, type DocVariable, freeName } from "../document";
import { fieldId, type PlacedProblem } from "../problems";
import { NameInput } from "./fields";
import { problemText } from "./problem-text";

const TYPES: VariableType[] = ["text", "long_text", "number", "choice", "boolean"];

/** Fields of the workflow, in form order. */
export function VariablesPanel({
  doc,
  problems,
  dispatch,
}: {
  doc: Doc;
  problems: readonly PlacedProblem[];
  dispatch: (action: Action) => void;
}) {
  const t = useTranslations("editor");
  const { variables } = doc;
  const outputs = doc.steps.flatMap((step) => step.output ?? []);
  return (
    <section aria-labelledby="ed-variables" className="space-y-3">
      <div className="flex items-center justify-between gap-3">
        <h2 id="ed-variables" tabIndex={-1} className="scroll-mt-28 text-lg font-semibold">
          {t("variables.title")}
        </h2>
        <Button
          size="small"
          disabled={variables.length >= LIMITS.variables}
          onClick={() => dispatch({ type: "addVariable", name: freeName(doc, "variable"), focus: true })}
        >
          <Plus aria-hidden="true" />
          {t("variables.add")}
        </Button>
      </div>
      {variables.length === 0 ? (
        <p className="text-[0.9375rem] text-muted">
          {t.rich("variables.none", { code: () => <code className="font-mono">{"{{name}}"}</code> })}
        </p>
      ) : (
        <ol className="divide-y divide-line border-y border-line">
          {variables.map((variable, at) => (
            <VariableRow
              key={variable.id}
              variable={variable}
              at={at}
              total={variables.length}
              taken={[...variables.filter((other) => other !== variable).map((other) => other.name), ...outputs].join(" ")}
              problems={problems.filter((problem) => problem.place.id === variable.id)}
              dispatch={dispatch}
            />
          ))}
        </ol>
      )}
    </section>
  );
}

const VariableRow = memo(function VariableRow({
  variable,
  at,
  total,
  taken,
  problems,
  dispatch,
}: {
  variable: DocVariable;
  at: number;
  total: number;
  taken: string;
  problems: readonly PlacedProblem[];
  dispatch: (action: Action) => void;
}) {
  const t = useTranslations("editor");
  const [refused, setRefused] = useState<string | null>(null);
  const { name } = variable;
  const edit = (fields: Partial<Variable>) => dispatch({ type: "editVariable", id: variable.id, fields });
  const id = (field: string) => fieldId(variable.id, field);
  const found = (field: string, severity = "error") =>
    problems
      .filter((problem) => problem.place.field === field && problem.severity === severity)
      .map((problem) => problemText(problem, t))
      .join(" ") || undefined;
  const errors = problems.filter((problem) => problem.severity === "error").length;
  const unused = problems.some((problem) => problem.code === "unused_variable");

  return (
    <li>
      <details className="group">
        <summary className="flex min-h-11 list-none items-center gap-2 py-1.5">
          <ChevronRight aria-hidden="true" className="size-4 shrink-0 text-muted transition-transform group-open:rotate-90" />
          <span className="min-w-0 grow">
            <code className="rounded bg-accent-soft px-1 py-0.5 font-mono text-sm text-accent [overflow-wrap:anywhere]">{`{{${name}}}`}</code>
            {variable.label ? <span className="ms-2 text-sm">{variable.label}</span> : null}
          </span>
          {unused ? <span className="shrink-0 text-xs text-muted">{t("variables.unused")}</span> : null}
          {errors > 0 ? <Badge look="danger">{t("problems.count", { count: errors })}</Badge> : null}
          <span className="shrink-0 text-xs text-muted">{t(`types.${variable.type}`)}</span>
        </summary>
        <div className="space-y-3 pt-1 pb-4 ps-6">
          <Field id={id("name")} label={t("variables.name")} hint={t("variables.nameHint")} error={refused ?? found("name")}>
            {(field) => (
              <NameInput
                {...field}
                value={name}
                maxLength={LIMITS.name}
                onRefused={setRefused}
                refuse={(typed) => {
                  if (!isName(typed)) return t("problem.bad_name", { inner: typed });
                  return taken.split(" ").includes(typed) ? t("problem.taken", { name: typed }) : null;
                }}
                onCommit={(to) => dispatch({ type: "renameVariable", id: variable.id, name: to })}
              />
            )}
          </Field>
          <Field id={id("label")} label={t("variables.label")} error={found("label")}>
            {(field) => (
              <Input {...field} value={variable.label} maxLength={LIMITS.title} placeholder={name} onChange={(event) => edit({ label: event.target.value })} />
            )}
          </Field>
          <Field id={id("type")} label={t("variables.type")}>
            {(field) => (
              <Select {...field} value={variable.type} onChange={(event) => edit({ type: event.target.value as VariableType })}>
                {TYPES.map((type) => (
                  <option key={type} value={type}>
                    {t(`types.${type}`)}
                  </option>
                ))}
              </Select>
            )}
          </Field>
          {variable.type === "choice" || variable.choices.length > 0 ? (
            <ChoicesField
              id={variable.id}
              variable={variable}
              problems={problems.filter((problem) => problem.place.field === "choices")}
              onChange={(choices) => edit({ choices })}
            />
          ) : null}
          <Checkbox
            id={id("required")}
            label={t("variables.required")}
            checked={variable.required}
            onChange={(event) => edit({ required: event.target.checked })}
          />
          <ValueField
            id={id("default")}
            label={t("variables.default")}
            hint={t("variables.defaultHint")}
            error={found("default")}
            variable={variable}
            value={variable.default}
            onChange={(value) => edit({ default: value })}
          />
          <ValueField
            id={id("example")}
            label={t("variables.example")}
            hint={found("example", "warning") ?? t("variables.exampleHint")}
            error={found("example")}
            variable={variable}
            value={variable.example}
            onChange={(value) => edit({ example: value })}
          />
          <Field id={id("description")} label={t("variables.description")} error={found("description")}>
            {(field) => (
              <Textarea
                {...field}
                rows={2}
                value={variable.description}
                maxLength={LIMITS.description}
                onChange={(event) => edit({ description: event.target.value })}
              />
            )}
          </Field>
          <div className="flex flex-wrap items-center gap-1">
            <Button
              look="quiet"
              size="icon"
              aria-label={t("variables.up", { name })}
              disabled={at === 0}
              onClick={() => dispatch({ type: "moveVariable", id: variable.id, to: at - 1 })}
            >
              <ArrowUp aria-hidden="true" />
            </Button>
            <Button
              look="quiet"
              size="icon"
              aria-label={t("variables.down", { name })}
              disabled={at === total - 1}
              onClick={() => dispatch({ type: "moveVariable", id: variable.id, to: at + 1 })}
            >
              <ArrowDown aria-hidden="true" />
            </Button>
            <Button
              look="quiet"
              size="small"
              className="ms-auto"
              aria-label={t("variables.removeNamed", { name })}
              onClick={() => {
                dispatch({ type: "removeVariable", id: variable.id });
                document.getElementById("ed-variables")?.focus();
              }}
            >
              <Trash2 aria-hidden="true" />
              {t("variables.remove")}
            </Button>
          </div>
        </div>
      </details>
    </li>
  );
});

/** Default or example value: input by type, stored as text. */
function ValueField({
  id,
  label,
  hint,
  error,
  variable,
  value,
  onChange,
}: {
  id: string;
  label: string;
  hint: string;
  error: string | undefined;
  variable: Variable;
  value: string | null;
  onChange: (value: string | null) => void;
}) {
  const t = useTranslations("editor");
  const options = variable.type === "choice" ? variable.choices : variable.type === "boolean" ? ["true", "false"] : null;
  const shownOptions = options && value && !options.includes(value) ? [...options, value] : options;
  return (
    <Field id={id} label={label} hint={hint} error={error}>
      {(field) =>
        shownOptions ? (
          <Select {...field} value={value ?? ""} onChange={(event) => onChange(event.target.value || null)}>
            <option value="">{t("variables.nothing")}</option>
            {[...new Set(shownOptions)].filter(Boolean).map((option) => (
              <option key={option} value={option}>
                {variable.type === "boolean" && (option === "true" || option === "false") ? t(`variables.${option}`) : option}
              </option>
            ))}
          </Select>
        ) : variable.type === "long_text" ? (
          <Textarea {...field} rows={2} value={value ?? ""} maxLength={LIMITS.value} onChange={(event) => onChange(event.target.value || null)} />
        ) : (
          <Input
            {...field}
            value={value ?? ""}
            maxLength={LIMITS.value}
            inputMode={variable.type === "number" ? "decimal" : undefined}
            onChange={(event) => onChange(event.target.value || null)}
          />
        )
      }
    </Field>
  );
}

/** Choices of a field as editable rows; Enter adds a row, Backspace removes an empty one. */
function ChoicesField({
  id,
  variable,
  problems,
  onChange,
}: {
  id: string;
  variable: Variable;
  problems: readonly PlacedProblem[];
  onChange: (choices: string[]) => void;
}) {
  const t = useTranslations("editor");
  const { choices, name } = variable;
  const focus = (at: number) => {
    requestAnimationFrame(() => document.getElementById(fieldId(id, "choices", String(at)))?.focus());
  };
  const insert = (at: number) => {
    if (choices.length >= LIMITS.choices) return;
    onChange([...choices.slice(0, at), "", ...choices.slice(at)]);
    focus(at);
  };
  const remove = (at: number) => {
    onChange(choices.filter((_, place) => place !== at));
    focus(Math.max(0, at - 1));
  };
  const whole = problems.filter((problem) => problem.place.within === null);
  return (
    <fieldset id={fieldId(id, "choices")} tabIndex={-1} className="space-y-2">
      <legend className="mb-1.5 text-sm font-medium">{t("choices.label")}</legend>
      {whole.map((problem) => (
        <p key={problem.key} className={problem.severity === "error" ? "text-sm text-danger" : "text-sm text-muted"}>
          {problemText(problem, t)}
        </p>
      ))}
      {choices.map((choice, at) => {
        const problem = problems.find((one) => one.place.within === String(at));
        return (
          <div key={at} className="space-y-1">
            <div className="flex items-center gap-1">
              <Input
                id={fieldId(id, "choices", String(at))}
                aria-label={t("choices.number", { number: at + 1, name })}
                aria-invalid={problem ? true : undefined}
                value={choice}
                maxLength={LIMITS.choice}
                onChange={(event) => onChange(choices.map((other, place) => (place === at ? event.target.value : other)))}
                onPaste={(event) => {
                  const lines = event.clipboardData.getData("text").split(/\r?\n/).map((line) => line.trim()).filter(Boolean);
                  if (lines.length < 2) return;
                  event.preventDefault();
                  onChange([...choices.slice(0, at), ...(choice ? [choice] : []), ...lines, ...choices.slice(at + 1)].slice(0, LIMITS.choices));
                }}
                onKeyDown={(event) => {
                  if (event.key === "Enter" && !event.nativeEvent.isComposing) {
                    event.preventDefault();
                    insert(at + 1);
                  } else if (event.key === "Backspace" && choice === "" && choices.length > 1) {
                    event.preventDefault();
                    remove(at);
                  }
                }}
              />
              <Button look="quiet" size="icon" aria-label={t("choices.remove", { number: at + 1 })} onClick={() => remove(at)}>
                <X aria-hidden="true" />
              </Button>
            </div>
            {problem ? <p className="text-sm text-danger">{problemText(problem, t)}</p> : null}
          </div>
        );
      })}
      <Button size="small" disabled={choices.length >= LIMITS.choices} onClick={() => insert(choices.length)}>
        <Plus aria-hidden="true" />
        {t("choices.add")}
      </Button>
    </fieldset>
  );
}
