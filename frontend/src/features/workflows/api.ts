import "server-only";

import { notFound } from "next/navigation";
import { cache } from "react";
import { getViewer } from "@/features/session/viewer";
import { api, load, loadOrNull, redirectMoved } from "@/lib/api/server";
import { apiError } from "@/lib/api/problem";
import type { components } from "@/lib/api/schema";
import { type Address, workflowPath } from "./paths";

type Schemas = components["schemas"];
export type Workflow = Schemas["Workflow"];
export type Version = Schemas["Version"];
export type VersionSummary = Schemas["VersionSummary"];
export type Upstream = Schemas["Upstream"];

const ONE = "/api/v1/projects/{handle}/{slug}/workflows/{workflow}";

/** Return the workflow; redirect to its current path if it moved. */
export const loadWorkflow = cache(async (handle: string, slug: string, workflow: string): Promise<Workflow> => {
  const client = await api();
  const found = await load(client.GET(ONE, { params: { path: { handle, slug, workflow } } }));
  if (found.handle !== handle || found.project !== slug || found.slug !== workflow) {
    await redirectMoved(workflowPath({ handle, slug, workflow }), workflowPath(addressOf(found)));
  }
  return found;
});

export function addressOf(workflow: Workflow): Address {
  return { handle: workflow.handle, slug: workflow.project, workflow: workflow.slug };
}

/**
 * Return a version by number, label or `latest`. `latest` is null while there is no version; any other missing version
 * is a 404.
 */
export const loadVersion = cache(
  async (handle: string, slug: string, workflow: string, version: string): Promise<Version | null> => {
    const client = await api();
    const path = { handle, slug, workflow, version };
    const found = await loadOrNull(client.GET(`${ONE}/versions/{version}`, { params: { path } }));
    if (found === null && version !== "latest") notFound();
    return found;
  },
);

/** Like `loadVersion`, but null for every missing version. */
export const findVersion = cache(
  async (handle: string, slug: string, workflow: string, version: string): Promise<Version | null> => {
    const client = await api();
    const path = { handle, slug, workflow, version };
    return loadOrNull(client.GET(`${ONE}/versions/{version}`, { params: { path } }));
  },
);

export const loadVersions = cache(
  async (handle: string, slug: string, workflow: string, limit: number, cursor?: string) => {
    const client = await api();
    const params = { path: { handle, slug, workflow }, query: cursor === undefined ? { limit } : { limit, cursor } };
    return load(client.GET(`${ONE}/versions`, { params }));
  },
);

export const loadProject = cache(async (handle: string, slug: string) => {
  const client = await api();
  return load(client.GET("/api/v1/projects/{handle}/{slug}", { params: { path: { handle, slug } } }));
});

/** Whether the viewer can edit, and the state of the original of a remix. */
export interface WorkflowAccess {
  canEdit: boolean;
  upstream: Upstream | null;
}

const READER: WorkflowAccess = { canEdit: false, upstream: null };

/** One request answers both: upstream is for editors only (403), and missing if the workflow is not a remix (404). */
export const loadWorkflowAccess = cache(async (handle: string, slug: string, workflow: string): Promise<WorkflowAccess> => {
  const [viewer, project] = await Promise.all([getViewer(), loadProject(handle, slug)]);
  // Archived projects are read-only, for editors too.
  if (viewer === null || project.status === "archived" || project.status === "removed") return READER;
  const client = await api();
  const { data, error, response } = await client.GET(`${ONE}/upstream`, {
    params: { path: { handle, slug, workflow } },
  });
  if (data) return { canEdit: true, upstream: data };
  if (response.status === 403) return READER;
  if (response.status === 404) return { canEdit: true, upstream: null };
  throw apiError(response, error);
});

/** Return the names of tools by slug; an unknown slug is its own name. */
export async function loadToolNames(slugs: readonly (string | null)[]): Promise<Record<string, string>> {
  const client = await api();
  const asked = [...new Set(slugs.filter((slug) => slug !== null))];
  const names = await Promise.all(
    asked.map(async (slug): Promise<[string, string]> => {
      const { data } = await client.GET("/api/v1/tools/{slug}", { params: { path: { slug } } });
      return [slug, data?.name ?? slug];
    }),
  );
  return Object.fromEntries(names);
}

export async function loadLineage(handle: string, slug: string, workflow: string) {
  const client = await api();
  return load(client.GET(`${ONE}/lineage`, { params: { path: { handle, slug, workflow } } }));
}

/** Return the changes between two versions; null if one is missing or invalid. */
export async function loadDiff(handle: string, slug: string, workflow: string, from: string, to: string) {
  const client = await api();
  const params = { path: { handle, slug, workflow }, query: { from, to } };
  const answer = await client.GET(`${ONE}/diff`, { params });
  return answer.response.status === 422 ? null : loadOrNull(Promise.resolve(answer));
}

/** Return all labels with their version numbers; at most twenty per workflow. */
export async function loadLabels(handle: string, slug: string, workflow: string): Promise<Record<string, number>> {
  const client = await api();
  const page = await load(client.GET(`${ONE}/labels`, { params: { path: { handle, slug, workflow } } }));
  return Object.fromEntries(page.data.map((label) => [label.name, label.number]));
}

/** Whether a maker can add workflows: owner and editors can, unless the project is archived. */
export async function canAddWorkflows(
  project: Pick<Schemas["Project"], "handle" | "slug" | "status">,
  viewer: string,
): Promise<boolean> {
  if (project.status === "archived" || project.status === "removed") return false;
  if (project.handle === viewer) return true;
  const client = await api();
  const { data } = await client.GET("/api/v1/projects/{handle}/{slug}/members", {
    params: { path: { handle: project.handle, slug: project.slug } },
  });
  return data?.data.some((member) => member.handle === viewer && member.role !== "viewer") ?? false;
}
