"use client";

import { useTranslations } from "next-intl";
import { Field } from "@/components/ui/field";
import { Select } from "@/components/ui/select";
import { type Reason, REASONS } from "@/features/moderation/reasons";

/** Reason of a removal or suspension, shown to the owner and in the public log. */
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
