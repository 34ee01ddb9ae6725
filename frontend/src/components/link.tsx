"use client";

import NextLink, { useLinkStatus } from "next/link";
import type { ComponentProps } from "react";

/**
 * Link to a page of the site. Does not prefetch: pages are rendered per reader, so twenty links would cause twenty
 * requests to the API. Shows a progress line while the next page loads.
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
