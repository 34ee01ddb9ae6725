import { cva } from "class-variance-authority";

/** Button styles. `buttonClass({ look: "primary" })` for links. */
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
