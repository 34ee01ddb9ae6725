import type { VariantProps } from "class-variance-authority";
import type { ComponentProps } from "react";
import { Link } from "@/components/link";
import { buttonClass } from "./button-class";

export { buttonClass };

type Looks = Omit<VariantProps<typeof buttonClass>, "wide"> & { wide?: boolean };

/** `busy`: its action is running; it keeps its width and focus, and ignores clicks. */
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
