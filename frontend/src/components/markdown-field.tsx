"use client";

import { useTranslations } from "next-intl";
import { useId, useState, type KeyboardEvent, type ReactNode } from "react";
import { MarkdownPreview } from "@/components/markdown-preview";
import { Label } from "@/components/ui/label";
import { Textarea } from "@/components/ui/textarea";
import { cn } from "@/lib/cn";

/** Markdown field with tabs for writing and preview; needs the namespace `markdown`. */
export function MarkdownField({
  label,
  hideLabel = false,
  value,
  onChange,
  error,
  hint,
  rows = 4,
  maxLength,
  name,
  placeholder,
  autoFocus = false,
  optional,
}: {
  label: ReactNode;
  hideLabel?: boolean;
  value: string;
  onChange: (value: string) => void;
  error?: ReactNode;
  hint?: ReactNode;
  rows?: number;
  maxLength?: number;
  name?: string;
  placeholder?: string;
  autoFocus?: boolean;
  optional?: ReactNode;
}) {
  const t = useTranslations("markdown");
  const id = useId();
  const [isWriting, setWriting] = useState(true);
  const described = [`${id}-hint`, error ? `${id}-error` : null].filter(Boolean).join(" ");

  function turn(event: KeyboardEvent<HTMLElement>) {
    if (event.key !== "ArrowLeft" && event.key !== "ArrowRight") return;
    event.preventDefault();
    setWriting(!isWriting);
    document.getElementById(`${id}-tab-${isWriting ? "preview" : "write"}`)?.focus();
  }

  const tab = (which: "write" | "preview", isOn: boolean) => (
    <button
      type="button"
      role="tab"
      id={`${id}-tab-${which}`}
      aria-selected={isOn}
      aria-controls={`${id}-panel`}
      tabIndex={isOn ? 0 : -1}
      onClick={() => setWriting(which === "write")}
      onKeyDown={turn}
      className={cn(
        "min-h-10 border-b-2 text-sm sm:min-h-8",
        isOn ? "border-accent font-medium text-ink" : "border-transparent text-muted hover:text-ink",
      )}
    >
      {t(which)}
    </button>
  );

  return (
    <div className="space-y-1.5">
      <div className="flex flex-wrap items-end justify-between gap-x-4">
        <Label htmlFor={id} className={hideLabel ? "sr-only" : "pb-1"}>
          {label}
          {optional ? <span className="ms-2 font-normal text-muted">{optional}</span> : null}
        </Label>
        <div role="tablist" aria-label={t("views")} className="flex gap-4">
          {tab("write", isWriting)}
          {tab("preview", !isWriting)}
        </div>
      </div>
      <div role="tabpanel" id={`${id}-panel`} aria-labelledby={`${id}-tab-${isWriting ? "write" : "preview"}`}>
        <Textarea
          id={id}
          name={name}
          rows={rows}
          hidden={!isWriting}
          maxLength={maxLength}
          placeholder={placeholder}
          autoFocus={autoFocus}
          value={value}
          onChange={(event) => onChange(event.target.value)}
          aria-describedby={described}
          aria-invalid={error ? true : undefined}
        />
        {isWriting ? null : (
          <div
            className="overflow-auto rounded-md border border-line bg-raised px-3 py-2"
            style={{ minHeight: `${rows * 1.5 + 1}rem` }}
          >
            {value.trim() === "" ? <p className="text-muted">{t("nothing")}</p> : <MarkdownPreview text={value} />}
          </div>
        )}
      </div>
      {error ? (
        <p id={`${id}-error`} className="text-sm text-danger">
          {error}
        </p>
      ) : null}
      <p id={`${id}-hint`} className="text-sm text-muted">
        {hint ? <>{hint} </> : null}
        {t("hint")}
      </p>
    </div>
  );
}
