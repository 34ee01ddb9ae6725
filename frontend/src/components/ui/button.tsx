import { cva, type VariantProps } from "class-variance-authority";
import type { ComponentProps } from "react";
import { Link } from "@/components/link";

/** Looks of buttons. `buttonClass({ look: "primary" })` for what is a link by nature. */
export const buttonClass = cva(
  "inline-flex shrink-0 items-center justify-center gap-2 rounded-md font-medium whitespace-nowrap transition-colors select-none disabled:cursor-not-allowed disabled:opacity-55 aria-disabled:opacity-55 [&_svg]:size-4 [&_svg]:shrink-0",
  {
    variants: {
      look: {
        primary: "bg-accent text-accent-ink hover:bg-accent-strong",
        outline: "border border-edge bg-raised text-ink hover:bg-sunken",
        quiet: "text-ink hover:bg-sunken",
        danger: "border border-danger bg-raised text-danger hover:bg-danger-soft",
        link: "text-accent underline decoration-1 underline-offset-[3px] hover:text-accent-strong hover:decoration-2",
      },
      size: {
        normal: "min-h-10 px-4 text-[0.9375rem]",
        small: "min-h-10 px-3 text-sm sm:min-h-8",
        icon: "size-10 p-0",
        inline: "min-h-0 p-0",
      },
      wide: { true: "w-full", false: "" },
    },
    defaultVariants: { look: "outline", size: "normal", wide: false },
  },
);

type Looks = Omit<VariantProps<typeof buttonClass>, "wide"> & { wide?: boolean };

/** `busy`: what it began is under way; it keeps its width and its focus, and a second press does nothing. */
export function Button({
  look,
  size,
  wide,
  busy = false,
  className,
  type = "button",
  onClick,
  children,
  ...props
}: ComponentProps<"button"> & Looks & { busy?: boolean }) {
  return (
    <button
      type={type}
      className={buttonClass({ look, size, wide, className })}
      aria-disabled={busy || undefined}
      aria-busy={busy || undefined}
      {...props}
      {...(onClick !== undefined || busy ? { onClick: busy ? (event) => event.preventDefault() : onClick } : {})}
    >
      {children}
    </button>
  );
}

export function ButtonLink({ look, size, wide, className, ...props }: ComponentProps<typeof Link> & Looks) {
  return <Link className={buttonClass({ look, size, wide, className })} {...props} />;
}
