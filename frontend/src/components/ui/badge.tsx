import { cva, type VariantProps } from "class-variance-authority";
import type { ComponentProps } from "react";

const badgeClass = cva("inline-flex items-center gap-1 rounded border px-1.5 text-xs leading-5 font-medium whitespace-nowrap", {
  variants: {
    look: {
      plain: "border-line bg-sunken text-muted",
      accent: "border-transparent bg-accent-soft text-accent",
      warn: "border-transparent bg-warn-soft text-warn",
      danger: "border-transparent bg-danger-soft text-danger",
    },
  },
  defaultVariants: { look: "plain" },
});

export function Badge({ look, className, ...props }: ComponentProps<"span"> & VariantProps<typeof badgeClass>) {
  return <span className={badgeClass({ look, className })} {...props} />;
}

/** A field as it appears in prompts: `{{topic}}`. */
export function Variable({ name }: { name: string }) {
  return (
    <code className="rounded bg-accent-soft px-1 py-0.5 font-mono text-[0.875em] text-accent">
      {"{{"}
      {name}
      {"}}"}
    </code>
  );
}
