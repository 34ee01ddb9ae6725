"use client";

import { ArrowDown, ArrowUp, ChevronRight, Copy, Ellipsis, GripVertical, Plus, Trash2 } from "lucide-react";
import { useTranslations } from "next-intl";
import { memo, useMemo, useState, type ReactNode } from "react";
import { Button, buttonClass } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { Menu, MenuItem } from "@/components/ui/menu";
import { menuItemClass } from "@/components/ui/menu-item";
import { Select } from "@/components/ui/select";
import { cn } from "@/lib/cn";
import { LIMITS, isName, type Step, type Variable } from "../content";
import type { Action, DocStep } from "../document";
import { fieldId, type PlacedProblem } from "../problems";
import { NameInput } from "./fields";
import { ParametersField } from "./parameters-field";
import { problemText } from "./problem-text";
import { StepPreview } from "./step-preview";
import { TemplateField } from "./template-field";
import { ToolField } from "./tool-field";

export interface StepCardProps {
  step: DocStep;
  number: number;
  total: number;
  /** Names available to slots, separated by spaces; a string, so that memo can compare it. */
  names: string;
  /** For the preview; the same array until a field changes. */
  variables: readonly Variable[];
  /** Names that are taken by other fields and answers. */
  taken: string;
  problems: readonly PlacedProblem[];
  /** Part of a version: comments and remixes refer to its key. */
  pinned: boolean;
  dispatch: (action: Action) => void;
  /** Props of its drag handle. */
  handle: Record<string, unknown>;
  grabbed: boolean;
  helpId: string;
}

export const StepCard = memo(
  function StepCard({ step, number, total, names, variables, taken, problems, pinned, dispatch, handle, grabbed, helpId }: StepCardProps) {
    const t = useTranslations("editor");
    const [refused, setRefused] = useState<string | null>(null);
    const known = useMemo(() => names.split(" ").filter(Boolean), [names]);
    const edit = (fields: Partial<Step>) => dispatch({ type: "editStep", id: step.id, fields });
    const at = (field: string) => problems.filter((problem) => problem.place.field === field);
    const words = (found: readonly PlacedProblem[]) => found.map((problem) => problemText(problem, t)).join(" ");
    const id = (field: string) => fieldId(step.id, field);

    const template = at("template");
    const unknown = template.filter((problem) => problem.code === "undeclared_name").map((problem) => String(problem.values.name));
    // Do not report a new step as empty yet.
    const shown = template.filter((problem) => problem.code !== "undeclared_name" && problem.code !== "empty_template");
    const details = [
      step.kind === "manual" ? t("step.manual") : null,
      step.tool,
      step.model,
      step.output ? t("step.makes", { name: step.output }) : null,
      ...Object.entries(step.parameters).map(([name, value]) => `${name} ${String(value)}`),
    ].filter(Boolean);
    const wrongInside = ["key", "tool", "model", "output", "parameters", "kind"].some((field) => at(field).length > 0);

    return (
      <section aria-labelledby={id("number")} className={cn("min-w-0", grabbed && "rounded-md outline-2 outline-offset-4 outline-accent")}>
        <div className="flex items-center justify-between gap-2">
          <h3 id={id("number")} className="font-mono text-sm font-medium text-muted">
            {t("step.number", { number, total })}
          </h3>
          <div className="flex items-center">
            <button
              type="button"
              {...handle}
              className={buttonClass({ look: "quiet", size: "icon", className: "cursor-grab touch-none text-muted" })}
              aria-label={t("step.drag", { number, title: step.title })}
              aria-describedby={helpId}
            >
              <GripVertical aria-hidden="true" />
            </button>
            <Button
              look="quiet"
              size="icon"
              aria-label={t("step.up", { number })}
              disabled={number === 1}
              onClick={() => dispatch({ type: "moveStep", id: step.id, to: number - 2 })}
            >
              <ArrowUp aria-hidden="true" />
            </Button>
            <Button
              look="quiet"
              size="icon"
              aria-label={t("step.down", { number })}
              disabled={number === total}
              onClick={() => dispatch({ type: "moveStep", id: step.id, to: number })}
            >
              <ArrowDown aria-hidden="true" />
            </Button>
            <Menu
              trigger={<Ellipsis aria-hidden="true" />}
              label={t("step.more", { number })}
              className={buttonClass({ look: "quiet", size: "icon" })}
            >
              <Item icon={<Plus aria-hidden="true" />} onClick={() => dispatch({ type: "addStep", after: step.id })}>
                {t("step.addAfter")}
              </Item>
              <Item icon={<Copy aria-hidden="true" />} onClick={() => dispatch({ type: "duplicateStep", id: step.id })}>
                {t("step.duplicate")}
              </Item>
              <Item icon={<Trash2 aria-hidden="true" />} separated onClick={() => dispatch({ type: "removeStep", id: step.id })}>
                {t("step.remove")}
              </Item>
            </Menu>
          </div>
        </div>

        <div className="space-y-3">
          <div className="space-y-1.5">
            <label htmlFor={id("title")} className="sr-only">
              {t("step.title")}
            </label>
            <Input
              id={id("title")}
              value={step.title}
              maxLength={LIMITS.title}
              placeholder={t("step.titlePlaceholder")}
              className="font-semibold"
              aria-invalid={at("title").some((problem) => problem.code !== "empty_title") || undefined}
              onChange={(event) => edit({ title: event.target.value })}
            />
          </div>
          <TemplateField
            id={id("template")}
            label={step.kind === "manual" ? t("step.whatToDo") : t("step.prompt")}
            value={step.template}
            names={known}
            unknown={unknown}
            invalid={shown.length > 0 || unknown.length > 0}
            onChange={(value) => edit({ template: value })}
            onAddVariable={(name) => dispatch({ type: "addVariable", name })}
            error={
              shown.length > 0
                ? shown.map((problem) => (
                    <p key={problem.key} className="text-sm text-danger">
                      {problemText(problem, t)}
                    </p>
                  ))
                : null
            }
          />
          <div className="border-t border-line pt-1">
          <StepPreview step={step} variables={variables} />
          <details className="group">
            <summary className="flex min-h-10 list-none flex-wrap items-center gap-x-2 gap-y-1 text-sm text-muted">
              <ChevronRight aria-hidden="true" className="size-4 shrink-0 transition-transform group-open:rotate-90" />
              <span>{t("step.details")}</span>
              {details.map((detail, place) => (
                <span key={place} className="rounded bg-sunken px-1.5 font-mono text-xs leading-6 [overflow-wrap:anywhere]">
                  {detail}
                </span>
              ))}
              {wrongInside ? <span className="text-danger">{t("problems.here")}</span> : null}
            </summary>
            <div className="grid gap-4 pt-2 pb-3 sm:grid-cols-2">
              <Field id={id("kind")} label={t("step.kind")} hint={t(`step.kindHint.${step.kind}`)}>
                {(field) => (
                  <Select {...field} value={step.kind} onChange={(event) => edit({ kind: event.target.value as Step["kind"] })}>
                    <option value="prompt">{t("step.kindPrompt")}</option>
                    <option value="manual">{t("step.kindManual")}</option>
                  </Select>
                )}
              </Field>
              <Field
                id={id("output")}
                label={t("step.output")}
                hint={t("step.outputHint")}
                error={refused ?? (words(at("output")) || undefined)}
              >
                {(field) => (
                  <NameInput
                    {...field}
                    value={step.output ?? ""}
                    maxLength={LIMITS.name}
                    onRefused={setRefused}
                    refuse={(name) => {
                      if (name === "") return null;
                      if (!isName(name)) return t("problem.bad_name", { inner: name });
                      return taken.split(" ").includes(name) ? t("problem.taken", { name }) : null;
                    }}
                    onCommit={(name) => dispatch({ type: "renameOutput", id: step.id, name: name || null })}
                  />
                )}
              </Field>
              <Field id={id("tool")} label={t("step.tool")} error={words(at("tool")) || undefined}>
                {(field) => <ToolField {...field} value={step.tool} onChange={(tool) => edit({ tool })} />}
              </Field>
              <Field id={id("model")} label={t("step.model")} error={words(at("model")) || undefined}>
                {(field) => (
                  <Input
                    {...field}
                    value={step.model ?? ""}
                    maxLength={LIMITS.model}
                    autoComplete="off"
                    onChange={(event) => edit({ model: event.target.value || null })}
                  />
                )}
              </Field>
              <div className="sm:col-span-2">
                <ParametersField
                  id={id("parameters")}
                  parameters={step.parameters}
                  problems={at("parameters")}
                  onChange={(parameters) => edit({ parameters })}
                />
              </div>
              <div className="sm:col-span-2">
                <Field
                  id={id("key")}
                  label={t("step.key")}
                  hint={pinned ? t("step.keyPinned") : t("step.keyHint")}
                  error={words(at("key")) || undefined}
                >
                  {(field) => (
                    <Input
                      {...field}
                      className="font-mono"
                      value={step.key}
                      maxLength={LIMITS.key}
                      autoComplete="off"
                      autoCapitalize="none"
                      spellCheck={false}
                      onChange={(event) => edit({ key: event.target.value })}
                    />
                  )}
                </Field>
              </div>
            </div>
          </details>
          </div>
        </div>
      </section>
    );
  },
  (before, after) =>
    // Handles and dispatch change with every render, but not in behaviour.
    before.step === after.step &&
    before.number === after.number &&
    before.total === after.total &&
    before.names === after.names &&
    before.variables === after.variables &&
    before.taken === after.taken &&
    before.pinned === after.pinned &&
    before.grabbed === after.grabbed &&
    sameProblems(before.problems, after.problems),
);

function sameProblems(one: readonly PlacedProblem[], other: readonly PlacedProblem[]): boolean {
  return one.length === other.length && one.every((problem, at) => problem.key === other[at]?.key && problem.values.name === other[at]?.values.name);
}

function Item({
  icon,
  separated = false,
  onClick,
  children,
}: {
  icon: ReactNode;
  separated?: boolean;
  onClick: () => void;
  children: ReactNode;
}) {
  return (
    <MenuItem separated={separated}>
      <button type="button" className={menuItemClass} onClick={onClick}>
        {icon}
        {children}
      </button>
    </MenuItem>
  );
}
