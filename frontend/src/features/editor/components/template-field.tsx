"use client";

import { Plus } from "lucide-react";
import { useTranslations } from "next-intl";
import { useMemo, useRef, type ReactNode } from "react";
import { Menu, MenuItem } from "@/components/ui/menu";
import { menuItemClass } from "@/components/ui/menu-item";
import { Button, buttonClass } from "@/components/ui/button";
import { parseTemplate } from "@/features/workflows/template";
import { cn } from "@/lib/cn";
import { LIMITS } from "../content";

/** Both layers must match to the pixel: everything that affects layout is here. */
const LAYER =
  "col-start-1 row-start-1 m-0 w-full rounded-md border px-3 py-2 font-mono text-base leading-7 sm:text-sm sm:leading-6 whitespace-pre-wrap [overflow-wrap:anywhere] [tab-size:4]";

/**
 * Template editor: a growing textarea above a layer that highlights its slots. Offers to add unknown names as fields.
 */
export function TemplateField({
  id,
  label,
  value,
  onChange,
  names,
  unknown,
  onAddVariable,
  error,
  invalid,
}: {
  id: string;
  label: string;
  value: string;
  onChange: (value: string) => void;
  names: readonly string[];
  /** Slot names that are neither a field nor an earlier answer. */
  unknown: readonly string[];
  onAddVariable: (name: string) => void;
  error: ReactNode;
  invalid: boolean;
}) {
  const t = useTranslations("editor");
  const area = useRef<HTMLTextAreaElement>(null);
  const marked = useMemo(() => marks(value, new Set(names)), [value, names]);

  const insert = (name: string) => {
    const element = area.current;
    if (!element) return;
    element.focus();
    const slot = `{{${name}}}`;
    const [from, to] = [element.selectionStart, element.selectionEnd];
    // Through the browser, so that its undo works.
    if (!document.execCommand("insertText", false, slot)) {
      onChange(value.slice(0, from) + slot + value.slice(to));
    }
  };

  return (
    <div className="space-y-1.5">
      <div className="flex items-center justify-between gap-3">
        <label htmlFor={id} className="text-sm font-medium">
          {label}
        </label>
        {names.length > 0 ? (
          <Menu
            trigger={
              <>
                <Plus aria-hidden="true" />
                {t("template.insert")}
              </>
            }
            className={buttonClass({ look: "quiet", size: "small", className: "text-muted" })}
          >
            {names.map((name) => (
              <MenuItem key={name}>
                <button type="button" className={cn(menuItemClass, "font-mono text-sm")} onClick={() => insert(name)}>
                  {`{{${name}}}`}
                </button>
              </MenuItem>
            ))}
          </Menu>
        ) : null}
      </div>
      <div className="grid rounded-md bg-raised">
        <div aria-hidden="true" className={cn(LAYER, "border-transparent text-transparent select-none")}>
          {marked}
          {"\n"}
        </div>
        <textarea
          ref={area}
          id={id}
          value={value}
          rows={3}
          maxLength={LIMITS.template * 2}
          spellCheck
          autoCapitalize="sentences"
          aria-describedby={error || unknown.length > 0 ? `${id}-error` : undefined}
          aria-invalid={invalid || undefined}
          placeholder={t("template.placeholder")}
          className={cn(
            LAYER,
            "h-full min-h-24 resize-none overflow-hidden border-edge bg-transparent text-ink placeholder:text-muted aria-invalid:border-danger",
          )}
          onChange={(event) => onChange(event.target.value)}
        />
      </div>
      <div id={`${id}-error`} className="space-y-1.5 empty:hidden">
        {error}
        {unknown.map((name) => (
          <div key={name} className="flex flex-wrap items-center gap-x-3 gap-y-1 text-sm text-danger">
            <span>
              {t.rich("template.unknown", {
                name,
                code: (chunks) => <code className="font-mono">{`{{`}{chunks}{`}}`}</code>,
              })}
            </span>
            <Button size="small" onClick={() => onAddVariable(name)}>
              <Plus aria-hidden="true" />
              {t("template.add", { name })}
            </Button>
          </div>
        ))}
      </div>
    </div>
  );
}

function marks(source: string, known: ReadonlySet<string>): ReactNode[] {
  const { parts, mistakes } = parseTemplate(source);
  const wrong = new Set(mistakes.map((mistake) => mistake.index));
  return parts.flatMap((part): ReactNode[] => {
    if (part.kind === "slot") {
      const look = known.has(part.name)
        ? "bg-accent-soft"
        : "bg-danger-soft underline decoration-danger decoration-wavy decoration-1 underline-offset-4";
      return [
        <mark key={part.index} className={cn("rounded-sm text-transparent", look)}>
          {part.source}
        </mark>,
      ];
    }
    // Highlight invalid braces within a text.
    const pieces: ReactNode[] = [];
    let at = 0;
    for (const index of wrong) {
      const place = index - part.index;
      if (place < at || place >= part.source.length) continue;
      pieces.push(part.source.slice(at, place));
      pieces.push(
        <mark key={index} className="rounded-sm bg-danger-soft text-transparent underline decoration-danger decoration-wavy decoration-1 underline-offset-4">
          {part.source.slice(place, place + 2)}
        </mark>,
      );
      at = place + 2;
    }
    pieces.push(part.source.slice(at));
    return pieces;
  });
}
