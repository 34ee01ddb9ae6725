"use client";

import { useTranslations } from "next-intl";
import { useId } from "react";
import { Input } from "@/components/ui/input";
import { Select } from "@/components/ui/select";
import { Textarea } from "@/components/ui/textarea";
import type { Variable } from "../run";
import { NameChip } from "./prompt";

/** A field to fill in. `value` is the input; undefined while untouched, which shows the default. */
export function VariableField({
  variable,
  value,
  problem,
  onChange,
  onLeave,
}: {
  variable: Variable;
  value: string | undefined;
  problem: string | null;
  onChange: (value: string | undefined) => void;
  onLeave: () => void;
}) {
  const t = useTranslations("workflow_run");
  const id = useId();
  const label = variable.label || variable.name;
  const shown = value ?? variable.default ?? "";
  const hints = [
    variable.description && `${id}-about`,
    variable.example && `${id}-example`,
    problem && `${id}-problem`,
  ].filter(Boolean);
  const common = {
    id,
    name: variable.name,
    "aria-describedby": hints.join(" ") || undefined,
    "aria-invalid": problem ? true : undefined,
    "aria-required": variable.required || undefined,
    onBlur: onLeave,
  };

  const heading = (
    <>
      <span className="text-[0.9375rem] font-medium break-words">{label}</span>
      {!variable.required && <span className="text-sm text-muted"> ({t("optional")})</span>}
    </>
  );
  const about = (
    <>
      {variable.description && (
        <p id={`${id}-about`} className="text-sm whitespace-pre-line text-muted">
          {variable.description}
        </p>
      )}
    </>
  );
  const below = (
    <>
      {variable.example && (
        <p id={`${id}-example`} className="text-sm break-words whitespace-pre-line text-muted">
          {t("example", { example: variable.example })}
        </p>
      )}
      {problem && (
        <p id={`${id}-problem`} className="text-sm text-danger">
          {problem}
        </p>
      )}
      {variable.default !== null && value !== undefined && value !== variable.default && (
        <button
          type="button"
          className="link min-h-8 max-w-full truncate text-start text-sm"
          onClick={() => onChange(undefined)}
        >
          {t("useDefault", { value: defaultName(variable, t) })}
        </button>
      )}
    </>
  );

  if (variable.type === "boolean") {
    const choices = [
      { value: "true", label: t("yes") },
      { value: "false", label: t("no") },
      ...(variable.required ? [] : [{ value: "", label: t("leaveOut") }]),
    ];
    return (
      <fieldset className="space-y-1" aria-describedby={hints.join(" ") || undefined}>
        <legend className="flex w-full items-baseline justify-between gap-2">
          <span className="min-w-0">{heading}</span>
          <span className="max-w-1/2 shrink-0">
            <NameChip name={variable.name} />
          </span>
        </legend>
        {about}
        <div className="flex flex-wrap gap-x-6">
          {choices.map((choice) => (
            <label key={choice.value} className="flex min-h-11 items-center gap-2 text-[0.9375rem] sm:min-h-10">
              <input
                type="radio"
                name={`${id}-${variable.name}`}
                value={choice.value}
                checked={choice.value === "" ? isEmptyChosen(variable, value) : shown === choice.value}
                onChange={() => onChange(choice.value)}
                onBlur={onLeave}
                className="size-4 accent-accent"
              />
              {choice.label}
            </label>
          ))}
        </div>
        {below}
      </fieldset>
    );
  }

  return (
    <div className="space-y-1">
      <div className="flex items-baseline justify-between gap-2">
        <label htmlFor={id} className="min-w-0">
          {heading}
        </label>
        <span className="max-w-1/2 shrink-0">
          <NameChip name={variable.name} />
        </span>
      </div>
      {about}
      {variable.type === "choice" ? (
        <Select {...common} value={shown} onChange={(event) => onChange(event.target.value)}>
          {(shown === "" || !variable.required) && (
            <option value="" disabled={variable.required}>
              {variable.required ? t("choose") : t("leaveOut")}
            </option>
          )}
          {variable.choices.map((choice) => (
            <option key={choice} value={choice}>
              {choice}
            </option>
          ))}
        </Select>
      ) : variable.type === "long_text" ? (
        <Textarea
          {...common}
          rows={3}
          value={shown}
          onChange={(event) => onChange(event.target.value)}
        />
      ) : (
        <Input
          {...common}
          inputMode={variable.type === "number" ? "decimal" : undefined}
          autoComplete="off"
          className={variable.type === "number" ? "font-mono" : undefined}
          value={shown}
          onChange={(event) => onChange(event.target.value)}
        />
      )}
      {below}
    </div>
  );
}

function isEmptyChosen(variable: Variable, value: string | undefined): boolean {
  return value === "" || (value === undefined && !variable.default);
}

function defaultName(variable: Variable, t: (key: "yes" | "no" | "leaveOut") => string): string {
  const value = variable.default ?? "";
  if (variable.type === "boolean" && value !== "") return value === "true" ? t("yes") : t("no");
  if (value === "") return t("leaveOut");
  return `“${value.length > 40 ? `${value.slice(0, 39)}…` : value}”`;
}
