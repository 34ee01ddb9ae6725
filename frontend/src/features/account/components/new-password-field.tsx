"use client";

import { Check } from "lucide-react";
import { useTranslations } from "next-intl";
import { Field } from "@/components/ui/field";
import { missingCharacters } from "../lib/password";
import { PasswordInput } from "./password-input";

/** A new password with its rules, and how far it is. */
export function NewPasswordField({
  label,
  name = "password",
  value,
  onValue,
  error,
}: {
  label: string;
  name?: string;
  value: string;
  onValue: (value: string) => void;
  error?: string;
}) {
  const t = useTranslations("session");
  const missing = missingCharacters(value);
  return (
    <Field
      label={label}
      error={error}
      hint={
        <>
          {t("passwordRules")}
          <span className="mt-1 flex min-h-6 items-center gap-1.5">
            {missing === 0 ? <Check aria-hidden="true" className="size-4 text-accent" /> : null}
            {missing === 0 ? t("longEnough") : value === "" ? "" : t("missing", { count: missing })}
          </span>
        </>
      }
    >
      {(field) => (
        <PasswordInput
          {...field}
          name={name}
          autoComplete="new-password"
          required
          value={value}
          onChange={(event) => onValue(event.target.value)}
        />
      )}
    </Field>
  );
}
