"use client";

import { X } from "lucide-react";
import { useTranslations } from "next-intl";
import { useEffect, useId, useRef, useState, type KeyboardEvent } from "react";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { browserApi } from "@/lib/api/browser";
import { MOST_TAGS, tagOf } from "../form";

const PAUSE = 200;

/** Tags as chips; Enter, comma or space adds one, with suggestions of used tags. */
export function TagsField({
  value,
  onChange,
  error,
}: {
  value: readonly string[];
  onChange: (tags: string[]) => void;
  error?: string;
}) {
  const t = useTranslations("project_form");
  const common = useTranslations("common");
  const [text, setText] = useState("");
  const [known, setKnown] = useState<readonly string[]>([]);
  const [told, setTold] = useState("");
  const input = useRef<HTMLInputElement>(null);
  const id = useId();
  const isFull = value.length >= MOST_TAGS;

  useEffect(() => {
    const wanted = tagOf(text);
    if (wanted === "") return;
    const controller = new AbortController();
    const timer = setTimeout(() => {
      browserApi
        .GET("/api/v1/search/suggest", { params: { query: { q: wanted } }, signal: controller.signal })
        .then(({ data }) => setKnown(data?.data.flatMap((each) => (each.type === "tag" ? [each.text] : [])) ?? []))
        // Suggestions are optional.
        .catch(() => undefined);
    }, PAUSE);
    return () => {
      clearTimeout(timer);
      controller.abort();
    };
  }, [text]);

  function add(written: string) {
    const tags = written.split(/[,\s]+/).map(tagOf).filter((tag) => tag.length >= 2);
    const next = [...new Set([...value, ...tags])].slice(0, MOST_TAGS);
    setText("");
    if (next.length > value.length) {
      onChange(next);
      setTold(t("tagAdded", { tag: next.slice(value.length).join(", ") }));
    }
  }

  function remove(tag: string) {
    onChange(value.filter((each) => each !== tag));
    setTold(t("tagRemoved", { tag }));
    input.current?.focus();
  }

  function key(event: KeyboardEvent<HTMLInputElement>) {
    if (event.nativeEvent.isComposing) return;
    if ((event.key === "Enter" || event.key === "," || event.key === " ") && text.trim() !== "") {
      event.preventDefault();
      add(text);
    }
    const last = value.at(-1);
    if (event.key === "Backspace" && text === "" && last !== undefined) remove(last);
  }

  return (
    <div>
      <Field label={t("tags")} optional={common("optional")} hint={t("tagsHint", { most: MOST_TAGS })} error={error}>
        {(field) => (
          <div className="space-y-2">
            {value.length > 0 ? (
              <ul className="flex flex-wrap gap-2" aria-label={t("tagsChosen")}>
                {value.map((tag) => (
                  <li key={tag} className="inline-flex items-center rounded bg-accent-soft ps-2 text-accent-strong">
                    #{tag}
                    <button
                      type="button"
                      className="inline-flex size-10 items-center justify-center rounded hover:text-ink sm:size-8"
                      aria-label={t("tagRemove", { tag })}
                      onClick={() => remove(tag)}
                    >
                      <X aria-hidden="true" className="size-3.5" />
                    </button>
                  </li>
                ))}
              </ul>
            ) : null}
            <Input
              {...field}
              ref={input}
              list={`${id}-known`}
              autoComplete="off"
              autoCapitalize="none"
              maxLength={200}
              disabled={isFull}
              placeholder={isFull ? t("tagsFull") : undefined}
              value={text}
              onChange={(event) => {
                const typed = event.target.value;
                // A choice from the list arrives as one input event.
                const how = (event.nativeEvent as InputEvent).inputType;
                const chosen = known.includes(typed) && (how === undefined || how === "insertReplacementText");
                if (chosen || /[,\s]\S*[,\s]?$/.test(typed.trimStart())) add(typed);
                else setText(typed);
              }}
              onKeyDown={key}
              onBlur={() => add(text)}
            />
            <datalist id={`${id}-known`}>
              {known
                .filter((tag) => !value.includes(tag))
                .map((tag) => (
                  <option key={tag} value={tag} />
                ))}
            </datalist>
          </div>
        )}
      </Field>
      <span role="status" className="sr-only">
        {told}
      </span>
    </div>
  );
}
