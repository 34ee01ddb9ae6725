import { useId, type ReactNode } from "react";
import { Label } from "./label";

export type FieldProps = { id: string; "aria-describedby"?: string; "aria-invalid"?: true };

/**
 * A label, the control, a hint and what is wrong. The control takes what it is given:
 *
 *     <Field label={t("title")} hint={t("titleHint")} error={errors["/title"]}>
 *       {(field) => <Input name="title" {...field} />}
 *     </Field>
 *
 * From a server component `children` cannot be a function that goes to an island; there, write the function's control as
 * a server component (Input, Textarea, Select are).
 */
export function Field({
  label,
  hint,
  error,
  optional,
  id: given,
  children,
}: {
  label: ReactNode;
  hint?: ReactNode;
  error?: ReactNode;
  /** Marker such as "optional", next to the label. */
  optional?: ReactNode;
  id?: string;
  children: (field: FieldProps) => ReactNode;
}) {
  const made = useId();
  const id = given ?? made;
  const described = [hint ? `${id}-hint` : null, error ? `${id}-error` : null].filter(Boolean).join(" ");
  return (
    <div className="space-y-1.5">
      <Label htmlFor={id}>
        {label}
        {optional ? <span className="ms-2 font-normal text-muted">{optional}</span> : null}
      </Label>
      {children({ id, ...(described ? { "aria-describedby": described } : {}), ...(error ? { "aria-invalid": true } : {}) })}
      {error ? (
        <p id={`${id}-error`} className="text-sm text-danger">
          {error}
        </p>
      ) : null}
      {hint ? (
        <p id={`${id}-hint`} className="text-sm text-muted">
          {hint}
        </p>
      ) : null}
    </div>
  );
}
