"use client";

import { useTranslations } from "next-intl";
import { useId, useRef, useState, type KeyboardEvent } from "react";
import { Input } from "@/components/ui/input";
import type { FieldProps } from "@/components/ui/field";
import { cn } from "@/lib/cn";
import { LIMITS } from "../content";
import { useTools } from "../hooks/use-tools";

/** Maximum number of shown options. */
const MOST = 50;

/** Tool field: a combobox (ARIA 1.2) that filters while typing. Also shows a tool that is not in the catalogue. */
export function ToolField({
  value,
  onChange,
  ...field
}: FieldProps & { value: string | null; onChange: (tool: string | null) => void }) {
  const t = useTranslations("editor");
  const { tools, failed, load } = useTools();
  const [open, setOpen] = useState(false);
  const [typed, setTyped] = useState<string | null>(null);
  const [active, setActive] = useState(-1);
  const list = useRef<HTMLUListElement>(null);
  const listId = useId();

  const named = tools?.find((tool) => tool.slug === value)?.name;
  const text = typed ?? named ?? value ?? "";
  const words = (typed ?? "").toLowerCase().split(/\s+/).filter(Boolean);
  const found = (tools ?? [])
    .filter((tool) => {
      const all = `${tool.name} ${tool.slug} ${tool.vendor}`.toLowerCase();
      return words.every((word) => all.includes(word));
    })
    .slice(0, MOST);

  const choose = (slug: string | null) => {
    onChange(slug);
    setTyped(null);
    setOpen(false);
    setActive(-1);
  };
  const leave = () => {
    setOpen(false);
    setActive(-1);
    if (typed === null) return;
    const plain = typed.trim();
    const exact = tools?.find((tool) => [tool.name, tool.slug].some((name) => name.toLowerCase() === plain.toLowerCase()));
    onChange(plain === "" ? null : (exact?.slug ?? plain));
    setTyped(null);
  };
  const show = () => {
    load();
    setOpen(true);
  };
  const go = (to: number) => {
    const at = Math.max(0, Math.min(found.length - 1, to));
    setActive(at);
    list.current?.children[at]?.scrollIntoView({ block: "nearest" });
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      event.preventDefault();
      if (!open) show();
      else go(active + (event.key === "ArrowDown" ? 1 : -1));
    } else if (event.key === "Enter") {
      event.preventDefault();
      const tool = open ? found[active] : undefined;
      if (tool) choose(tool.slug);
      else leave();
    } else if (event.key === "Escape" && open) {
      event.preventDefault();
      event.stopPropagation();
      setTyped(null);
      setOpen(false);
      setActive(-1);
    }
  };

  return (
    <div className="relative">
      <Input
        {...field}
        role="combobox"
        aria-expanded={open}
        aria-controls={listId}
        aria-autocomplete="list"
        aria-activedescendant={open && found[active] ? `${listId}-${active}` : undefined}
        autoComplete="off"
        spellCheck={false}
        maxLength={LIMITS.tool}
        value={text}
        placeholder={t("step.toolNone")}
        onFocus={load}
        onClick={show}
        onChange={(event) => {
          setTyped(event.target.value);
          setActive(-1);
          show();
        }}
        onKeyDown={onKeyDown}
        onBlur={leave}
      />
      <ul
        ref={list}
        id={listId}
        role="listbox"
        aria-label={t("step.tool")}
        hidden={!open}
        className="absolute inset-x-0 z-30 mt-1 max-h-72 overflow-auto rounded-md border border-line bg-raised py-1 text-[0.9375rem]"
      >
        {found.map((tool, at) => (
          <li
            key={tool.slug}
            id={`${listId}-${at}`}
            role="option"
            aria-selected={at === active}
            className={cn("flex min-h-10 cursor-pointer items-center justify-between gap-3 px-3 py-1.5", at === active && "bg-accent-soft")}
            // Prevent the blur that would reset the input.
            onPointerDown={(event) => event.preventDefault()}
            onClick={() => choose(tool.slug)}
          >
            <span className={cn(tool.slug === value && "font-medium")}>{tool.name}</span>
            <span className="text-sm text-muted">{tool.vendor}</span>
          </li>
        ))}
        {found.length === 0 ? (
          <li role="presentation" className="px-3 py-2 text-sm text-muted">
            {failed ? t("step.toolFailed") : tools === null ? t("step.toolLoading") : t("step.toolMissing")}
          </li>
        ) : null}
      </ul>
    </div>
  );
}
