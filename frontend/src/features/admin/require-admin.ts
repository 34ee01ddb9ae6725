import "server-only";

import { notFound } from "next/navigation";
import { requireViewer, type Viewer } from "@/features/session/viewer";

/** For admin pages: log in first; a maker who is not an admin gets a 404. The API checks permissions itself. */
export async function requireAdmin(): Promise<Viewer> {
  const viewer = await requireViewer();
  if (viewer.role !== "admin") notFound();
  return viewer;
}
