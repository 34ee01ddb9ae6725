"use client";

import NextLink, { useLinkStatus } from "next/link";
import type { ComponentProps } from "react";

/**
 * The link for pages of ours. It does not prefetch: every page is made for its reader, so a list of twenty links would be
 * twenty requests to the API that nobody asked for. While the next page is on its way a thin line says so.
 */
export function Link({ children, prefetch = false, ...props }: ComponentProps<typeof NextLink>) {
  return (
    <NextLink prefetch={prefetch} {...props}>
      {children}
      <Pending />
    </NextLink>
  );
}

function Pending() {
  const { pending } = useLinkStatus();
  return pending ? <span className="link-pending" aria-hidden="true" /> : null;
}
