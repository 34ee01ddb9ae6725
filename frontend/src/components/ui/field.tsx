import { useId, type ReactNode } from "react";
import { Label } from "./label";

export type FieldProps = { id: string; "aria-describedby"?: string; "aria-invalid"?: true };

/**
 * Label, control, hint and error. The control spreads the props that it gets:
 *
 *     <Field label={t("title")} hint={t("titleHint")} error={errors["/title"]}>
 *       {(field) => <Input name="title" {...field} />}
 *     </Field>
 *
 * A server component cannot pass a function to a client component; there, the control must be a server component (as
 * Input, Textarea and Select are).
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
