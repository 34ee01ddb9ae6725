"use client";

import { useTranslations } from "next-intl";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { Select } from "@/components/ui/select";
import { Textarea } from "@/components/ui/textarea";
import type { components } from "@/lib/api/schema";

export type Visibility = components["schemas"]["Collection"]["visibility"];
export type Details = { title: string; description: string; visibility: Visibility };

const VISIBILITIES: readonly Visibility[] = ["public", "unlisted", "private"];

/** Fields of a collection, for creating and editing. */
export function DetailsFields({
  details,
  wrong,
  onChange,
}: {
  details: Details;
  wrong: Readonly<Record<string, string>>;
  onChange: (some: Partial<Details>) => void;
}) {
  const t = useTranslations("collections");
  const common = useTranslations("common");
  return (
    <>
      <Field label={t("title")} error={wrong["/title"]}>
        {(field) => (
          <Input
            {...field}
            name="title"
            required
            maxLength={120}
            autoComplete="off"
            value={details.title}
            onChange={(event) => onChange({ title: event.target.value })}
          />
        )}
      </Field>
      <Field label={t("about")} optional={common("optional")} hint={t("aboutHint")} error={wrong["/description"]}>
        {(field) => (
          <Textarea
            {...field}
            name="description"
            maxLength={2000}
            value={details.description}
            onChange={(event) => onChange({ description: event.target.value })}
          />
        )}
      </Field>
      <Field label={t("who")} hint={t(`visibilityHint.${details.visibility}`)} error={wrong["/visibility"]}>
        {(field) => (
          <Select
            {...field}
            name="visibility"
            value={details.visibility}
            onChange={(event) => onChange({ visibility: VISIBILITIES.find((each) => each === event.target.value) ?? "public" })}
          >
            {VISIBILITIES.map((each) => (
              <option key={each} value={each}>
                {t(`visibility.${each}`)}
              </option>
            ))}
          </Select>
        )}
      </Field>
    </>
  );
}
