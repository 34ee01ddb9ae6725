"use client";

import { Plus, X } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { Input } from "@/components/ui/input";
import { type Scalar, LIMITS } from "../content";
import type { PlacedProblem } from "../problems";
import { problemText } from "./problem-text";

/** Parse a parameter value: `0.7` is a number, `true` a boolean, everything else text. */
export function scalarOf(text: string): Scalar {
  const plain = text.trim();
  if (plain === "true" || plain === "false") return plain === "true";
  if (!/^-?(0|[1-9]\d*)(\.\d+)?([eE][+-]?\d+)?$/.test(plain)) return text;
  const number = Number(plain);
  // Keep as text what a double cannot represent exactly.
  return Number.isFinite(number) && (!Number.isInteger(number) || Number.isSafeInteger(number)) ? number : text;
}

interface Row {
  name: string;
  text: string;
}

/** Model parameters, such as temperature 0.7. Rows keep the input; the step gets the valid part. */
export function ParametersField({
  id,
  parameters,
  problems,
  onChange,
}: {
  id: string;
  parameters: Readonly<Record<string, Scalar>>;
  problems: readonly PlacedProblem[];
  onChange: (parameters: Record<string, Scalar>) => void;
}) {
  const t = useTranslations("editor");
  const [rows, setRows] = useState<Row[]>(() => rowsOf(parameters));
  const [seen, setSeen] = useState(parameters);
  // Changed elsewhere (undo, merge): reset the rows.
  if (seen !== parameters) {
    setSeen(parameters);
    if (JSON.stringify(sent(rows)) !== JSON.stringify(parameters)) setRows(rowsOf(parameters));
  }
  const change = (next: Row[]) => {
    setRows(next);
    onChange(sent(next));
  };
  const set = (at: number, fields: Partial<Row>) => change(rows.map((row, place) => (place === at ? { ...row, ...fields } : row)));

  return (
    <fieldset id={id} tabIndex={-1} className="space-y-2">
      <legend className="mb-1.5 text-sm font-medium">{t("parameters.label")}</legend>
      {rows.map((row, at) => {
        const problem = problems.find((one) => one.place.within === row.name);
        const twice = row.name !== "" && rows.findIndex((other) => other.name === row.name) < at;
        return (
          <div key={at} className="space-y-1">
            <div className="flex items-center gap-2">
              <Input
                aria-label={t("parameters.name", { number: at + 1 })}
                id={row.name ? `${id}-${row.name}` : undefined}
                className="font-mono"
                placeholder="temperature"
                maxLength={60}
                autoComplete="off"
                autoCapitalize="none"
                spellCheck={false}
                value={row.name}
                aria-invalid={problem || twice ? true : undefined}
                onChange={(event) => set(at, { name: event.target.value })}
              />
              <Input
                aria-label={t("parameters.value", { number: at + 1 })}
                className="font-mono"
                placeholder="0.7"
                maxLength={LIMITS.parameter}
                autoComplete="off"
                value={row.text}
                onChange={(event) => set(at, { text: event.target.value })}
              />
              <Button
                look="quiet"
                size="icon"
                aria-label={t("parameters.remove", { name: row.name || at + 1 })}
                onClick={() => change(rows.filter((_, place) => place !== at))}
              >
                <X aria-hidden="true" />
              </Button>
            </div>
            {problem ? <p className="text-sm text-danger">{problemText(problem, t)}</p> : null}
            {twice ? <p className="text-sm text-danger">{t("parameters.twice", { name: row.name })}</p> : null}
          </div>
        );
      })}
      {rows.length < LIMITS.parameters ? (
        <Button size="small" onClick={() => setRows([...rows, { name: "", text: "" }])}>
          <Plus aria-hidden="true" />
          {t("parameters.add")}
        </Button>
      ) : null}
    </fieldset>
  );
}

function rowsOf(parameters: Readonly<Record<string, Scalar>>): Row[] {
  return Object.entries(parameters).map(([name, value]) => ({ name, text: String(value) }));
}

function sent(rows: readonly Row[]): Record<string, Scalar> {
  const found: Record<string, Scalar> = {};
  for (const { name, text } of rows) {
    if (name.trim() !== "" && !Object.hasOwn(found, name.trim())) found[name.trim()] = scalarOf(text);
  }
  return found;
}

