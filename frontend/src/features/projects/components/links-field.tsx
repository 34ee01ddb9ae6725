"use client";

import { Plus, X } from "lucide-react";
import { useTranslations } from "next-intl";
import { useRef } from "react";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { MOST_LINKS, type FormLink } from "../form";

export function LinksField({
  value,
  onChange,
  errors,
}: {
  value: readonly FormLink[];
  onChange: (links: FormLink[]) => void;
  /** By `links.<position>.<label or url>`. */
  errors: Readonly<Record<string, string>>;
}) {
  const t = useTranslations("project_form");
  const common = useTranslations("common");
  const list = useRef<HTMLFieldSetElement>(null);

  function change(place: number, part: Partial<FormLink>) {
    onChange(value.map((link, each) => (each === place ? { ...link, ...part } : link)));
  }

  return (
    <fieldset ref={list} className="space-y-3">
      <legend className="text-sm font-medium">
        {t("links")}
        <span className="ms-2 font-normal text-muted">{common("optional")}</span>
      </legend>
      {value.map((link, place) => (
        <div key={place} className="grid grid-cols-[minmax(0,1fr)_auto] gap-x-2 gap-y-3 border-s border-line ps-3 sm:grid-cols-[minmax(0,2fr)_minmax(0,3fr)_auto]">
          <Field label={t("linkLabel")} error={errors[`links.${place}.label`]}>
            {(field) => (
              <Input
                {...field}
                name={`links.${place}.label`}
                maxLength={60}
                placeholder={t("linkLabelExample")}
                value={link.label}
                onChange={(event) => change(place, { label: event.target.value })}
              />
            )}
          </Field>
          <div className="col-span-2 row-start-2 sm:col-span-1 sm:col-start-2 sm:row-start-1">
            <Field label={t("linkUrl")} error={errors[`links.${place}.url`]}>
              {(field) => (
                <Input
                  {...field}
                  name={`links.${place}.url`}
                  inputMode="url"
                  autoCapitalize="none"
                  spellCheck={false}
                  maxLength={2000}
                  placeholder="https://"
                  value={link.url}
                  onChange={(event) => change(place, { url: event.target.value })}
                />
              )}
            </Field>
          </div>
          <Button
            look="quiet"
            size="icon"
            className="mt-[1.625rem] row-start-1 sm:col-start-3"
            aria-label={t("linkRemove", { number: place + 1 })}
            onClick={() => onChange(value.filter((_, each) => each !== place))}
          >
            <X aria-hidden="true" />
          </Button>
        </div>
      ))}
      {value.length < MOST_LINKS ? (
        <Button
          size="small"
          onClick={() => {
            onChange([...value, { label: "", url: "" }]);
            requestAnimationFrame(() => {
              list.current?.querySelector<HTMLElement>(`[name="links.${value.length}.label"]`)?.focus();
            });
          }}
        >
          <Plus aria-hidden="true" />
          {t("linkAdd")}
        </Button>
      ) : null}
    </fieldset>
  );
}
