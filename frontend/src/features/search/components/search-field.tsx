"use client";

import { useEffect, useId, useRef, useState, type KeyboardEvent } from "react";
import { inputClass } from "@/components/ui/input";
import { browserApi } from "@/lib/api/browser";
import type { components } from "@/lib/api/schema";
import { cn } from "@/lib/cn";
import { pagePath } from "../paths";

type Suggestion = components["schemas"]["SearchSuggestion"];
export type SearchWords = { label: string; hint: string; suggestions: string; types: Record<Suggestion["type"], string> };

const PAUSE = 120;

/**
 * Search field with suggestions (WAI-ARIA combobox with a list). Enter searches, unless a suggestion is selected.
 * Without scripts and during an outage it is a plain field.
 */
export function SearchField({ words, initial = "" }: { words: SearchWords; initial?: string }) {
  const list = useId();
  const [typed, setTyped] = useState(initial);
  const [found, setFound] = useState<{ for: string; items: readonly Suggestion[] }>({ for: "", items: [] });
  const [open, setOpen] = useState(false);
  const [active, setActive] = useState(-1);
  const touched = useRef(false);
  const query = typed.trim();

  useEffect(() => {
    if (!touched.current || query === "") return;
    const stop = new AbortController();
    const timer = setTimeout(() => {
      browserApi
        .GET("/api/v1/search/suggest", { params: { query: { q: query.slice(0, 100) } }, signal: stop.signal })
        .then(({ data }) => setFound({ for: query, items: data?.data ?? [] }))
        .catch(() => setFound({ for: query, items: [] })); // search works without suggestions
    }, PAUSE);
    return () => {
      clearTimeout(timer);
      stop.abort();
    };
  }, [query]);

  const items = query === "" ? [] : found.items;
  const shown = open && items.length > 0;

  function press(event: KeyboardEvent<HTMLInputElement>) {
    if (event.key === "Escape" && shown) {
      event.preventDefault();
      setOpen(false);
      setActive(-1);
    } else if ((event.key === "ArrowDown" || event.key === "ArrowUp") && items.length > 0) {
      event.preventDefault();
      setOpen(true);
      const step = event.key === "ArrowDown" ? 1 : -1;
      // One position is the field itself.
      setActive((place) => ((place + 1 + step + items.length + 1) % (items.length + 1)) - 1);
    } else if (event.key === "Enter" && shown && active >= 0) {
      event.preventDefault();
      const chosen = items[active];
      if (chosen !== undefined) location.assign(pagePath(chosen.path));
    }
  }

  return (
    <>
      <input
        type="search"
        name="q"
        role="combobox"
        aria-label={words.label}
        aria-autocomplete="list"
        aria-expanded={shown}
        aria-controls={list}
        aria-activedescendant={shown && active >= 0 ? `${list}-${active}` : undefined}
        placeholder={words.hint}
        autoComplete="off"
        enterKeyHint="search"
        maxLength={200}
        value={typed}
        onChange={(event) => {
          touched.current = true;
          setTyped(event.target.value);
          setOpen(true);
          setActive(-1);
        }}
        onKeyDown={press}
        onBlur={() => setOpen(false)}
        className={cn(inputClass, "ps-9 text-ellipsis")}
      />
      <ul
        id={list}
        role="listbox"
        aria-label={words.suggestions}
        hidden={!shown}
        className="absolute inset-x-0 z-40 mt-1 max-h-[60dvh] overflow-auto rounded-md border border-line bg-raised py-1"
      >
        {items.map((each, place) => (
          <li
            key={`${each.type} ${each.path}`}
            id={`${list}-${place}`}
            role="option"
            aria-selected={place === active}
            // Keep the focus: a blur would close the list before the click.
            onPointerDown={(event) => event.preventDefault()}
            onClick={() => location.assign(pagePath(each.path))}
            onPointerMove={() => setActive(place)}
            className={cn("flex min-h-10 cursor-pointer items-center justify-between gap-3 px-3", place === active && "bg-sunken")}
          >
            <span className="min-w-0 truncate">{each.text}</span>
            <span className="shrink-0 text-xs text-muted">{words.types[each.type]}</span>
          </li>
        ))}
      </ul>
    </>
  );
}
