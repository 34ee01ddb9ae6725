import "server-only";

import { cache } from "react";
import { getViewer } from "@/features/session/viewer";
import { projectPath } from "@/features/workflows/paths";
import { loadToolNames } from "@/features/workflows/api";
import { api, load, loadOrNull, redirectMoved } from "@/lib/api/server";
import { apiError } from "@/lib/api/problem";
import type { components } from "@/lib/api/schema";

type Schemas = components["schemas"];
export type Project = Schemas["Project"];
export type Member = Schemas["Member"];
export type Workflow = Schemas["Workflow"];
export type Role = Member["role"];

const ONE = "/api/v1/projects/{handle}/{slug}";

/** Return the project; redirect to its current path if it moved. */
export const loadProject = cache(async (handle: string, slug: string): Promise<Project> => {
  return (await loadForEditing(handle, slug)).project;
});

/** Return the project with the ETag for its next edit. */
export const loadForEditing = cache(async (handle: string, slug: string): Promise<{ project: Project; etag: string }> => {
  const answer = await (await api()).GET(ONE, { params: { path: { handle, slug } } });
  const project = await load(Promise.resolve(answer));
  if (project.handle !== handle || project.slug !== slug) {
    await redirectMoved(projectPath({ handle, slug }), projectPath(project));
  }
  return { project, etag: answer.response.headers.get("etag") ?? "*" };
});

/** The viewer's role, and the members, whom only members can see. */
export type Membership = { viewer: string | null; role: Role | null; members: readonly Member[] };

export const loadMembership = cache(async (handle: string, slug: string): Promise<Membership> => {
  const viewer = await getViewer();
  if (viewer === null) return { viewer: null, role: null, members: [] };
  const { data, error, response } = await (await api()).GET(`${ONE}/members`, { params: { path: { handle, slug } } });
  if (data) {
    const members = data.data;
    return { viewer: viewer.handle, role: members.find((each) => each.handle === viewer.handle)?.role ?? null, members };
  }
  if (response.status === 403 || response.status === 404) return { viewer: viewer.handle, role: null, members: [] };
  throw apiError(response, error);
});

/** Return whether the viewer stars and follows the project, in one request. */
export async function loadReactions(projectId: string): Promise<{ starred: boolean; followed: boolean }> {
  if ((await getViewer()) === null) return { starred: false, followed: false };
  const marks = await load((await api()).GET("/api/v1/me/reactions", { params: { query: { projects: projectId } } }));
  return { starred: marks.starred.length > 0, followed: marks.followed_projects.length > 0 };
}

export type ListedWorkflow = { workflow: Workflow; tools: { slug: string; name: string }[] };

const WORKFLOWS = 10;

/** Return workflows of a project, each with the tools of its newest version. */
export async function loadWorkflows(
  handle: string,
  slug: string,
  cursor?: string,
): Promise<{ data: ListedWorkflow[]; next: string | null }> {
  const client = await api();
  const page = await load(
    client.GET(`${ONE}/workflows`, { params: { path: { handle, slug }, query: { limit: WORKFLOWS, cursor } } }),
  );
  const slugs = await Promise.all(
    page.data.map(async (workflow): Promise<string[]> => {
      if (workflow.head_number === null) return [];
      const path = { handle, slug, workflow: workflow.slug, version: "latest" };
      const version = await loadOrNull(client.GET(`${ONE}/workflows/{workflow}/versions/{version}`, { params: { path } }));
      return [...new Set(version?.content.steps.flatMap((step) => (step.tool === null ? [] : [step.tool])) ?? [])];
    }),
  );
  const names = await loadToolNames(slugs.flat());
  return {
    data: page.data.map((workflow, place) => ({
      workflow,
      tools: (slugs[place] ?? []).map((tool) => ({ slug: tool, name: names[tool] ?? tool })),
    })),
    next: page.next_cursor,
  };
}

/** Reason of an admin's removal, visible to members only. */
export async function loadRemoval(handle: string, slug: string) {
  return loadOrNull((await api()).GET(`${ONE}/removal`, { params: { path: { handle, slug } } }));
}
