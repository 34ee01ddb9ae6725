"use client";

import { useTranslations } from "next-intl";
import { Field } from "@/components/ui/field";
import { Select } from "@/components/ui/select";
import { type Reason, REASONS } from "@/features/moderation/reasons";

/** Why something is removed or somebody is suspended. The owner and the public log are told. */
export function ReasonField({ value, onChange, error }: { value: Reason; onChange: (reason: Reason) => void; error?: string }) {
  const t = useTranslations("admin");
  const words = useTranslations("moderation");
  return (
    <Field label={t("reason")} hint={t("reasonHint")} error={error}>
      {(field) => (
        <Select {...field} value={value} onChange={(event) => onChange(event.target.value as Reason)}>
          {REASONS.map((reason) => (
            <option key={reason} value={reason}>
              {words(`reasons.${reason}`)}
            </option>
          ))}
        </Select>
      )}
    </Field>
  );
}
