"use client";

import { useTranslations } from "next-intl";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { Select } from "@/components/ui/select";
import { Textarea } from "@/components/ui/textarea";
import type { ToolFields } from "@/features/tools/fields";
import { type Kind, KINDS } from "@/features/tools/kinds";

/** Fields of a tool. An existing tool keeps its slug (`fixed`). */
export function ToolInputs({
  value,
  onChange,
  wrong,
  fixed = false,
}: {
  value: ToolFields;
  onChange: (change: Partial<ToolFields>) => void;
  wrong: Readonly<Record<string, string>>;
  fixed?: boolean;
}) {
  const t = useTranslations("admin");
  const common = useTranslations("common");
  const kinds = useTranslations("tools");
  return (
    <>
      <Field label={t("tool.name")} error={wrong["/name"]}>
        {(field) => <Input {...field} name="name" required maxLength={80} value={value.name} onChange={(event) => onChange({ name: event.target.value })} />}
      </Field>
      <Field label={t("tool.slug")} hint={fixed ? t("tool.slugFixed") : t("tool.slugHint")} optional={fixed ? undefined : common("optional")} error={wrong["/slug"]}>
        {(field) => (
          <Input
            {...field}
            name="slug"
            className="font-mono"
            maxLength={60}
            readOnly={fixed}
            autoCapitalize="none"
            spellCheck={false}
            value={value.slug}
            onChange={(event) => onChange({ slug: event.target.value })}
          />
        )}
      </Field>
      <Field label={t("tool.vendor")} error={wrong["/vendor"]}>
        {(field) => <Input {...field} name="vendor" required maxLength={80} value={value.vendor} onChange={(event) => onChange({ vendor: event.target.value })} />}
      </Field>
      <Field label={t("tool.url")} error={wrong["/url"]}>
        {(field) => (
          <Input {...field} name="url" type="url" required maxLength={2_000} placeholder="https://" value={value.url} onChange={(event) => onChange({ url: event.target.value })} />
        )}
      </Field>
      <Field label={t("tool.kind")} error={wrong["/kind"]}>
        {(field) => (
          <Select {...field} name="kind" value={value.kind} onChange={(event) => onChange({ kind: event.target.value as Kind })}>
            {KINDS.map((kind) => (
              <option key={kind} value={kind}>
                {kinds(`kind.${kind}`)}
              </option>
            ))}
          </Select>
        )}
      </Field>
      <Field label={t("tool.description")} hint={t("tool.descriptionHint")} optional={common("optional")} error={wrong["/description"]}>
        {(field) => (
          <Textarea
            {...field}
            name="description"
            rows={2}
            maxLength={300}
            value={value.description}
            onChange={(event) => onChange({ description: event.target.value.replace(/\n/g, " ") })}
          />
        )}
      </Field>
    </>
  );
}
