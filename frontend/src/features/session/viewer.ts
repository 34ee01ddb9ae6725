import "server-only";

import { cookies } from "next/headers";
import { redirect } from "next/navigation";
import { cache } from "react";
import { api, currentPath, load } from "@/lib/api/server";
import { ApiError } from "@/lib/api/problem";
import type { components } from "@/lib/api/schema";
import { accessName } from "@/lib/session/cookies";

export type Viewer = components["schemas"]["Me"];

/** Return the viewer, or null for a visitor. Cached per request; a visitor costs no request. */
export const getViewer = cache(async (): Promise<Viewer | null> => {
  if (!(await cookies()).has(accessName())) return null;
  return load((await api()).GET("/api/v1/me"));
});

/** For the layout, which must render even if the API is unavailable. */
export async function getViewerOrNobody(): Promise<Viewer | null> {
  try {
    return await getViewer();
  } catch (error) {
    if (error instanceof ApiError) return null;
    throw error;
  }
}

/** For pages that need a maker: log in first and return. */
export async function requireViewer(): Promise<Viewer> {
  const viewer = await getViewer();
  if (viewer === null) redirect(await loginPath());
  return viewer;
}

/** Return the login path that leads back to this page. */
export async function loginPath(): Promise<string> {
  const here = await currentPath();
  return here === "/" ? "/login" : `/login?next=${encodeURIComponent(here)}`;
}
