"use client";

import { Check, TriangleAlert } from "lucide-react";
import { useTranslations } from "next-intl";
import { PasswordInput } from "@/components/password-input";
import { Field } from "@/components/ui/field";
import { missingCharacters } from "../password";
import { usePasswordCheck, type AccountWords } from "../hooks/use-password-check";

/** New password with its rules and a strength hint. */
export function NewPasswordField({
  label,
  name = "password",
  value,
  onValue,
  words = {},
  error,
}: {
  label: string;
  name?: string;
  value: string;
  onValue: (value: string) => void;
  words?: AccountWords;
  error?: string;
}) {
  const t = useTranslations("session");
  const missing = missingCharacters(value);
  const verdict = usePasswordCheck(value, words);
  return (
    <Field
      label={label}
      error={error}
      hint={
        <>
          {t("passwordRules")}
          <span role="status" className="mt-1 flex min-h-6 items-center gap-1.5">
            {verdict === "strong" ? <Check aria-hidden="true" className="size-4 shrink-0 text-accent" /> : null}
            {verdict === "weak" || verdict === "personal" ? <TriangleAlert aria-hidden="true" className="size-4 shrink-0 text-warn" /> : null}
            {missing > 0 ? (value === "" ? "" : t("missing", { count: missing })) : verdict === null ? "" : t(`password_is_${verdict}`)}
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
