import "server-only";

import { notFound } from "next/navigation";
import { requireViewer, type Viewer } from "@/features/session/viewer";

/** For pages of admins: a visitor logs in first, to anybody else there is no such page. What may be done is the API's. */
export async function requireAdmin(): Promise<Viewer> {
  const viewer = await requireViewer();
  if (viewer.role !== "admin") notFound();
  return viewer;
}
