"use client";

import { useTranslations } from "next-intl";
import { MarkdownField } from "@/components/markdown-field";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { Select } from "@/components/ui/select";
import { LICENSES, slugOf, type Values, type Visibility } from "../form";
import { LinksField } from "./links-field";
import { TagsField } from "./tags-field";

const VISIBILITIES: readonly Visibility[] = ["public", "unlisted", "private"];

/** Fields of a project; only the owner sets URL and visibility. */
export function ProjectFields({
  values,
  change,
  errors,
  owner,
  isOwner,
  isNew,
}: {
  values: Values;
  change: (part: Partial<Values>) => void;
  errors: Readonly<Record<string, string>>;
  owner: string;
  isOwner: boolean;
  isNew: boolean;
}) {
  const t = useTranslations("project_form");
  const common = useTranslations("common");
  const slug = values.slug || slugOf(values.title) || t("slugExample");
  return (
    <>
      <Field label={t("name")} hint={isNew ? t("nameHint") : undefined} error={errors.title}>
        {(field) => (
          <Input
            {...field}
            name="title"
            required
            maxLength={120}
            autoComplete="off"
            value={values.title}
            onChange={(event) => change({ title: event.target.value })}
          />
        )}
      </Field>
      <Field label={t("tagline")} optional={common("optional")} hint={t("taglineHint")} error={errors.tagline}>
        {(field) => (
          <Input
            {...field}
            name="tagline"
            maxLength={200}
            autoComplete="off"
            value={values.tagline}
            onChange={(event) => change({ tagline: event.target.value })}
          />
        )}
      </Field>
      <MarkdownField
        label={t("body")}
        optional={common("optional")}
        name="body"
        rows={10}
        maxLength={50_000}
        value={values.body}
        onChange={(body) => change({ body })}
        error={errors.body}
        hint={t("bodyHint")}
      />
      <TagsField value={values.tags} onChange={(tags) => change({ tags })} error={errors.tags} />
      <LinksField value={values.links} onChange={(links) => change({ links })} errors={errors} />
      <Field label={t("cover")} optional={common("optional")} hint={t("coverHint")} error={errors.cover}>
        {(field) => (
          <Input
            {...field}
            name="cover"
            inputMode="url"
            autoCapitalize="none"
            spellCheck={false}
            maxLength={2000}
            placeholder="https://"
            value={values.cover}
            onChange={(event) => change({ cover: event.target.value })}
          />
        )}
      </Field>
      <Field label={t("license")} optional={common("optional")} hint={t("licenseHint")} error={errors.license}>
        {(field) => (
          <>
            <Input
              {...field}
              name="license"
              list="licenses"
              autoComplete="off"
              autoCapitalize="none"
              spellCheck={false}
              maxLength={60}
              value={values.license}
              onChange={(event) => change({ license: event.target.value })}
            />
            <datalist id="licenses">
              {LICENSES.map((each) => (
                <option key={each} value={each} />
              ))}
            </datalist>
          </>
        )}
      </Field>
      {isOwner ? (
        <>
          <Field
            label={t("slug")}
            optional={isNew ? common("optional") : undefined}
            hint={t(isNew ? "slugHint" : "slugHintEdit", { path: `/projects/${owner}/${slug}` })}
            error={errors.slug}
          >
            {(field) => (
              <Input
                {...field}
                name="slug"
                maxLength={80}
                autoComplete="off"
                autoCapitalize="none"
                spellCheck={false}
                className="font-mono"
                placeholder={isNew ? slug : undefined}
                value={values.slug}
                onChange={(event) => change({ slug: event.target.value.toLowerCase().replace(/\s+/g, "-") })}
              />
            )}
          </Field>
          <Field label={t("visibility")} hint={t(`visibilityHint.${values.visibility}`)} error={errors.visibility}>
            {(field) => (
              <Select
                {...field}
                name="visibility"
                value={values.visibility}
                onChange={(event) => {
                  const chosen = VISIBILITIES.find((each) => each === event.target.value);
                  if (chosen) change({ visibility: chosen });
                }}
              >
                {VISIBILITIES.map((each) => (
                  <option key={each} value={each}>
                    {t(`visibilities.${each}`)}
                  </option>
                ))}
              </Select>
            )}
          </Field>
        </>
      ) : null}
    </>
  );
}
