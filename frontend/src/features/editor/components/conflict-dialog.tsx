"use client";

import { useTranslations } from "next-intl";
import { useMemo, useState, type ReactNode } from "react";
import { Badge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { cn } from "@/lib/cn";
import { type Content, same, type Step, type Variable } from "../content";
import { type Choice, compare, merged, type Row, suggested } from "../merge";

/** Two texts of a draft, side by side. Undo restores the previous text after any choice. */
export function ConflictDialog({
  open,
  onClose,
  base,
  mine,
  theirs,
  who,
  onResolve,
}: {
  open: boolean;
  onClose: () => void;
  base: Content;
  mine: Content;
  theirs: Content;
  /** Who saved the other text; empty if it was this maker. */
  who: string;
  onResolve: (content: Content) => void;
}) {
  const t = useTranslations("editor");
  const [choices, setChoices] = useState<ReadonlyMap<string, Choice>>(new Map());
  const comparison = useMemo(() => compare(base, mine, theirs), [base, mine, theirs]);
  const steps = comparison.steps.filter((row) => row.state !== "same");
  const variables = comparison.variables.filter((row) => row.state !== "same");
  const choose = (id: string, choice: Choice) => setChoices(new Map(choices).set(id, choice));
  const end = (content: Content) => {
    setChoices(new Map());
    onResolve(content);
    onClose();
  };

  return (
    <Dialog
      open={open}
      onClose={onClose}
      title={t("conflict.title")}
      close={t("conflict.later")}
      insist
      wide
      footer={
        <>
          <Button onClick={() => end(theirs)}>{t("conflict.takeTheirs")}</Button>
          <Button onClick={() => end(mine)}>{t("conflict.takeMine")}</Button>
          <Button look="primary" onClick={() => end(merged(base, mine, theirs, comparison, choices))}>
            {t("conflict.merge")}
          </Button>
        </>
      }
    >
      <div className="space-y-4">
        <p>{who ? t("conflict.who", { who }) : t("conflict.self")}</p>
        <p className="text-sm text-muted">{t("conflict.safe")}</p>
        {steps.length + variables.length === 0 ? <p>{t("conflict.order")}</p> : null}
        {steps.map((row) => (
          <Pair
            key={row.id}
            row={row}
            title={t("conflict.step", { title: row.mine?.title || row.theirs?.title || row.base?.title || row.id })}
            choice={choices.get(row.id) ?? suggested(row)}
            onChoose={(choice) => choose(row.id, choice)}
            show={(part, other) => <StepText step={part} other={other} />}
          />
        ))}
        {variables.map((row) => (
          <Pair
            key={row.id}
            row={row}
            title={t("conflict.variable", { name: row.mine?.name ?? row.theirs?.name ?? row.base?.name ?? "" })}
            choice={choices.get(row.id) ?? suggested(row)}
            onChoose={(choice) => choose(row.id, choice)}
            show={(part, other) => <VariableText variable={part} other={other} />}
          />
        ))}
      </div>
    </Dialog>
  );
}

function Pair<T extends Step | Variable>({
  row,
  title,
  choice,
  onChoose,
  show,
}: {
  row: Row<T>;
  title: string;
  choice: Choice;
  onChoose: (choice: Choice) => void;
  show: (part: T, other: T | null) => ReactNode;
}) {
  const t = useTranslations("editor");
  const sides: Choice[] = row.joined ? ["mine", "both", "theirs"] : ["mine", "theirs"];
  return (
    <fieldset className="rounded-md border border-line">
      <legend className="ms-3 px-1 text-sm font-medium">
        {title} {row.state === "conflict" ? <Badge look="warn">{t("conflict.both")}</Badge> : null}
      </legend>
      <div className={cn("grid divide-y divide-line sm:divide-x sm:divide-y-0", sides.length === 3 ? "sm:grid-cols-3" : "sm:grid-cols-2")}>
        {sides.map((side) => {
          const part = side === "both" ? row.joined : row[side];
          const other = side === "mine" ? row.theirs : row.mine;
          return (
            <div key={side} className={cn("min-w-0 px-3 pb-3", choice === side && "bg-accent-soft")}>
              <label className="flex min-h-10 items-center gap-2 text-sm font-medium">
                <input
                  type="radio"
                  name={row.id}
                  className="size-4 accent-accent"
                  checked={choice === side}
                  onChange={() => onChoose(side)}
                />
                {t(`conflict.side.${side}`)}
              </label>
              {part ? show(part, other) : <p className="text-sm text-muted">{row.base ? t("conflict.removed") : t("conflict.absent")}</p>}
            </div>
          );
        })}
      </div>
    </fieldset>
  );
}

function StepText({ step, other }: { step: Step; other: Step | null }) {
  const t = useTranslations("editor");
  const rest = (["kind", "tool", "model", "output"] as const).filter((name) => other && !same(step[name], other[name]));
  return (
    <div className="space-y-1 text-sm">
      <p className="font-medium [overflow-wrap:anywhere]">
        <Marked text={step.title || "–"} other={other ? other.title || "–" : null} />
      </p>
      <p className="max-h-72 overflow-auto font-mono whitespace-pre-wrap [overflow-wrap:anywhere]">
        <Marked text={step.template} other={other?.template ?? null} />
      </p>
      {rest.map((name) => (
        <p key={name} className="font-mono text-xs text-muted">
          {t(`step.${name}`)}: {name === "kind" ? t(step.kind === "manual" ? "step.kindManual" : "step.kindPrompt") : (step[name] ?? "–")}
        </p>
      ))}
      {other && !same(step.parameters, other.parameters) ? (
        <p className="font-mono text-xs text-muted [overflow-wrap:anywhere]">{JSON.stringify(step.parameters)}</p>
      ) : null}
    </div>
  );
}

function VariableText({ variable, other }: { variable: Variable; other: Variable | null }) {
  const t = useTranslations("editor");
  const fields = (["type", "label", "description", "required", "default", "example", "choices"] as const).filter((name) =>
    other ? !same(variable[name], other[name]) : name === "type" || name === "required" || (variable[name]?.length ?? 0) > 0,
  );
  const words = (name: (typeof fields)[number]): string => {
    if (name === "type") return t(`types.${variable.type}`);
    if (name === "required") return variable.required ? t("variables.true") : t("variables.false");
    return name === "choices" ? variable.choices.join(", ") : variable[name] || t("variables.nothing");
  };
  return (
    <dl className="space-y-0.5 text-sm">
      {fields.map((name) => (
        <div key={name} className="flex gap-2">
          <dt className="shrink-0 text-muted">{name === "choices" ? t("choices.label") : t(`variables.${name}`)}</dt>
          <dd className="min-w-0 font-mono [overflow-wrap:anywhere]">{words(name)}</dd>
        </div>
      ))}
    </dl>
  );
}

/** A text with the part marked that differs from the other text. */
function Marked({ text, other }: { text: string; other: string | null }) {
  if (other === null || other === text) return text;
  let from = 0;
  while (from < text.length && from < other.length && text[from] === other[from]) from++;
  let end = 0;
  while (end < text.length - from && end < other.length - from && text[text.length - 1 - end] === other[other.length - 1 - end]) end++;
  return (
    <>
      {text.slice(0, from)}
      <mark className="rounded-sm bg-warn-soft text-ink">{text.slice(from, text.length - end)}</mark>
      {text.slice(text.length - end)}
    </>
  );
}
