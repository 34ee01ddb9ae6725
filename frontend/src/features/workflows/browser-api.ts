import { browserApi } from "@/lib/api/browser";
import type { components } from "@/lib/api/schema";

export type OwnProject = components["schemas"]["OwnProject"];

const MOST = 500;

/** Return the projects to which the viewer can add workflows, their own first. */
export async function loadEditableProjects(): Promise<OwnProject[]> {
  const found: OwnProject[] = [];
  let cursor: string | undefined;
  do {
    const query = cursor === undefined ? { limit: 100 } : { limit: 100, cursor };
    const { data } = await browserApi.GET("/api/v1/me/projects", { params: { query } });
    found.push(...(data?.data ?? []));
    cursor = data?.next_cursor ?? undefined;
  } while (cursor !== undefined && found.length < MOST);
  const open = found.filter(
    (project) => project.role !== "viewer" && (project.status === "draft" || project.status === "published"),
  );
  return [
    ...open.filter((project) => project.role === "owner"),
    ...open.filter((project) => project.role !== "owner"),
  ];
}
