/** Separate from the client component, so that server components can use it. */
export const menuItemClass =
  "flex w-full min-h-10 items-center gap-2 px-4 py-1.5 text-start text-ink hover:bg-sunken focus-visible:-outline-offset-2 [&_svg]:size-4 [&_svg]:shrink-0 [&_svg]:text-muted";
