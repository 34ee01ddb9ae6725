"use client";

import { useTranslations } from "next-intl";
import { useId } from "react";
import { Textarea } from "@/components/ui/textarea";
import { cn } from "@/lib/cn";
import { changedPart } from "../changed-part";
import { type Conflict, type Decision, textOfValue, writingOf } from "../conflicts";
import { fieldName, plainValue } from "../fields";

/** A conflict: the base, both changes, and the choice. */
export function ConflictField({
  id,
  conflict,
  decision,
  wrong,
  onDecide,
}: {
  id: string;
  conflict: Conflict;
  decision: Decision;
  wrong: string | null;
  onDecide: (change: Partial<Decision>) => void;
}) {
  const t = useTranslations("workflow_acts.pull");
  const words = useTranslations("workflows.diff");
  const name = useId();
  const writing = writingOf(conflict);
  const field =
    conflict.field === null
      ? conflict.step === null
        ? t("wholeVariable")
        : t("whole")
      : fieldName(conflict.field, words);

  return (
    <fieldset
      id={id}
      className={cn("min-w-0 rounded-md border p-4", wrong ? "border-danger" : "border-line")}
      aria-describedby={wrong ? `${name}-wrong` : undefined}
    >
      <legend className="px-1 text-sm font-medium">{field}</legend>
      <div className="grid gap-3 md:grid-cols-3">
        <Side title={t("base")} conflict={conflict} side="base" />
        <Option
          name={name}
          label={t("takeMine")}
          title={t("mine")}
          isTaken={decision.take === "ours"}
          onTake={() => onDecide({ take: "ours" })}
        >
          <Side conflict={conflict} side="ours" />
        </Option>
        <Option
          name={name}
          label={t("takeTheirs")}
          title={t("theirs")}
          isTaken={decision.take === "theirs"}
          onTake={() => onDecide({ take: "theirs" })}
        >
          <Side conflict={conflict} side="theirs" />
        </Option>
      </div>
      {writing !== "none" && (
        <div className="mt-2">
          <label className="inline-flex min-h-11 items-center gap-2 text-sm sm:min-h-10">
            <input
              type="radio"
              name={name}
              className="size-4 accent-accent"
              checked={decision.take === "value"}
              onChange={() => onDecide({ take: "value" })}
            />
            {t("takeOwn")}
          </label>
          {decision.take === "value" && (
            <Textarea
              mono
              rows={writing === "long_text" || writing === "lines" ? 5 : 1}
              aria-label={t("ownText", { field })}
              aria-describedby={writing === "lines" ? `${name}-lines` : undefined}
              value={decision.text}
              onChange={(event) => onDecide({ text: event.target.value })}
            />
          )}
          {decision.take === "value" && writing === "lines" && (
            <p id={`${name}-lines`} className="text-sm text-muted">
              {t("ownLines")}
            </p>
          )}
        </div>
      )}
      {wrong && (
        <p id={`${name}-wrong`} role="alert" className="mt-2 text-sm text-danger">
          {wrong}
        </p>
      )}
    </fieldset>
  );
}

function Option({
  name,
  label,
  title,
  isTaken,
  onTake,
  children,
}: {
  name: string;
  label: string;
  title: string;
  isTaken: boolean;
  onTake: () => void;
  children: React.ReactNode;
}) {
  return (
    <label
      className={cn(
        "block min-w-0 cursor-pointer rounded-md border p-3",
        isTaken ? "border-accent bg-accent-soft" : "border-line hover:border-edge",
      )}
    >
      <span className="mb-2 flex min-h-8 flex-wrap items-center justify-between gap-2 text-sm">
        <span className="font-medium">{title}</span>
        <span className="inline-flex items-center gap-2">
          {label}
          <input type="radio" name={name} className="size-4 accent-accent" checked={isTaken} onChange={onTake} />
        </span>
      </span>
      {children}
    </label>
  );
}

/** One side's value; highlights how mine and theirs differ from the base. */
function Side({ title, conflict, side }: { title?: string; conflict: Conflict; side: "base" | "ours" | "theirs" }) {
  const t = useTranslations("workflow_acts.pull");
  const words = useTranslations("workflows.diff");
  const value = conflict[side];
  return (
    <div className={cn("min-w-0", title && "rounded-md border border-transparent py-3")}>
      {title && <p className="mb-2 flex min-h-8 items-center text-sm font-medium text-muted">{title}</p>}
      <div className={cn("font-mono text-sm break-words whitespace-pre-wrap", side === "base" && "text-muted")}>
        {value === null || value === undefined ? (
          <span className="font-sans text-muted italic">{conflict.field === null ? t("removed") : t("absent")}</span>
        ) : conflict.field === null ? (
          <Whole value={value} />
        ) : side !== "base" && typeof value === "string" && typeof conflict.base === "string" ? (
          <Marked base={conflict.base} side={value} />
        ) : Array.isArray(value) ? (
          textOfValue(value)
        ) : (
          plainValue(value, words)
        )}
      </div>
    </div>
  );
}

function Marked({ base, side }: { base: string; side: string }) {
  const { before, changed, after } = changedPart(base, side);
  return (
    <>
      {before}
      {changed && <mark className="rounded-xs bg-added text-added-ink">{changed}</mark>}
      {after}
    </>
  );
}

/** A whole step or field as text instead of JSON. */
function Whole({ value }: { value: unknown }) {
  const part = value as { title?: string; template?: string; name?: string; label?: string; description?: string };
  return (
    <>
      <strong className="font-sans">{part.title ?? part.label ?? part.name}</strong>
      {"\n"}
      {part.template ?? part.description}
    </>
  );
}
