import { useId, type ComponentProps, type ReactNode } from "react";

type Props = Omit<ComponentProps<"input">, "type"> & { label: ReactNode; hint?: ReactNode };

/** Checkbox with a clickable label. */
export function Checkbox({ label, hint, id: given, ...props }: Props) {
  const made = useId();
  const id = given ?? made;
  return (
    <div className="flex min-h-10 items-start gap-3 py-2">
      <input
        id={id}
        type="checkbox"
        className="mt-1 size-4 shrink-0 accent-accent"
        aria-describedby={hint ? `${id}-hint` : undefined}
        {...props}
      />
      <Words id={id} label={label} hint={hint} />
    </div>
  );
}

/** Setting that takes effect immediately. */
export function Switch({ label, hint, id: given, ...props }: Props) {
  const made = useId();
  const id = given ?? made;
  return (
    <div className="flex min-h-10 items-start justify-between gap-4 py-2">
      <Words id={id} label={label} hint={hint} />
      <input
        id={id}
        type="checkbox"
        role="switch"
        className="relative mt-0.5 h-5 w-9 shrink-0 cursor-pointer appearance-none rounded-full border border-edge bg-sunken transition-colors before:absolute before:start-0.5 before:top-0.5 before:size-3.5 before:rounded-full before:bg-edge before:transition-transform checked:border-accent checked:bg-accent checked:before:translate-x-4 checked:before:bg-accent-ink disabled:cursor-not-allowed disabled:opacity-60"
        aria-describedby={hint ? `${id}-hint` : undefined}
        {...props}
      />
    </div>
  );
}

function Words({ id, label, hint }: { id: string; label: ReactNode; hint?: ReactNode }) {
  return (
    <span className="text-[0.9375rem]">
      <label htmlFor={id}>{label}</label>
      {hint ? (
        <span id={`${id}-hint`} className="block text-sm text-muted">
          {hint}
        </span>
      ) : null}
    </span>
  );
}
