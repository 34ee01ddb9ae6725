import "server-only";

import { cookies } from "next/headers";
import { redirect } from "next/navigation";
import { cache } from "react";
import { api, currentPath, load } from "@/lib/api/server";
import { ApiError } from "@/lib/api/problem";
import type { components } from "@/lib/api/schema";
import { accessName } from "@/lib/session/cookies";

export type Viewer = components["schemas"]["Me"];

/** Who looks at the page, or null for a visitor. Asked once a request; a visitor costs no call. */
export const getViewer = cache(async (): Promise<Viewer | null> => {
  if (!(await cookies()).has(accessName())) return null;
  return load((await api()).GET("/api/v1/me"));
});

/** For the frame around pages, which stands even while the API is away. */
export async function getViewerOrNobody(): Promise<Viewer | null> {
  try {
    return await getViewer();
  } catch (error) {
    if (error instanceof ApiError) return null;
    throw error;
  }
}

/** For pages that are nothing without a maker: logs in first, and comes back. */
export async function requireViewer(): Promise<Viewer> {
  const viewer = await getViewer();
  if (viewer === null) redirect(await loginPath());
  return viewer;
}

/** Where "log in" leads from here. */
export async function loginPath(): Promise<string> {
  const here = await currentPath();
  return here === "/" ? "/login" : `/login?next=${encodeURIComponent(here)}`;
}
