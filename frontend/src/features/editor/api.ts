import { browserApi } from "@/lib/api/browser";
import type { SubmissionHeader } from "@/lib/submission-key";
import type { Content, Draft } from "./content";
import type { Port } from "./autosave";

/** Where a workflow is: what stands in its address. */
export interface WorkflowPlace {
  handle: string;
  slug: string;
  workflow: string;
}

/** Milliseconds for a save to be answered. */
const PATIENCE = 20_000;

/** The API's If-Match looks at the version alone, which the draft itself tells. */
function tag(version: number): string {
  return `"${version}"`;
}

/** The draft, as Autosave reads and writes it. */
export function draftPort(place: WorkflowPlace): Port<Content> {
  const path = "/api/v1/projects/{handle}/{slug}/workflows/{workflow}/draft" as const;
  const answer = (draft: Draft) => ({ value: draft.content, version: draft.version, extra: draft });
  return {
    async save(content, version) {
      const { data } = await browserApi.PUT(path, {
        params: { path: place, header: { "If-Match": tag(version) } },
        body: { content },
        signal: AbortSignal.timeout(PATIENCE),
      });
      return answer(required(data));
    },
    async read() {
      const { data } = await browserApi.GET(path, {
        params: { path: place },
        cache: "no-store",
        signal: AbortSignal.timeout(PATIENCE),
      });
      return answer(required(data));
    },
  };
}

/** What a workflow is called; it is no part of its draft. */
export interface Details {
  title: string;
  summary: string;
}

export function detailsPort(place: WorkflowPlace): Port<Details> {
  const path = "/api/v1/projects/{handle}/{slug}/workflows/{workflow}" as const;
  return {
    async save(value, version) {
      const { data } = await browserApi.PATCH(path, {
        params: { path: place, header: { "If-Match": tag(version) } },
        body: value,
        signal: AbortSignal.timeout(PATIENCE),
      });
      const { title, summary, version: now } = required(data);
      return { value: { title, summary }, version: now };
    },
    async read() {
      const { data } = await browserApi.GET(path, {
        params: { path: place },
        cache: "no-store",
        signal: AbortSignal.timeout(PATIENCE),
      });
      const { title, summary, version } = required(data);
      return { value: { title, summary }, version };
    },
  };
}

function required<T>(data: T | undefined): T {
  // The client throws for every answer that has none.
  if (data === undefined) throw new Error("no data");
  return data;
}

export interface ToolName {
  slug: string;
  name: string;
  vendor: string;
}

/** The whole catalogue: a few hundred at most. */
export async function loadTools(): Promise<ToolName[]> {
  const found: ToolName[] = [];
  let cursor: string | undefined;
  for (let page = 0; page < 20; page++) {
    const { data } = await browserApi.GET("/api/v1/tools", { params: { query: { limit: 100, ...(cursor ? { cursor } : {}) } } });
    const { data: tools, next_cursor: next } = required(data);
    found.push(...tools.map(({ slug, name, vendor }) => ({ slug, name, vendor })));
    if (next === null) break;
    cursor = next;
  }
  return found;
}

export interface SavedVersion {
  number: number;
  /** False when the newest version says the same already. */
  isNew: boolean;
}

/** Saves a content as a version. */
export async function saveVersion(
  place: WorkflowPlace,
  body: { content: Content; changelog: string },
  header: SubmissionHeader,
): Promise<SavedVersion> {
  const { data, response } = await browserApi.POST("/api/v1/projects/{handle}/{slug}/workflows/{workflow}/versions", {
    params: { path: place, header },
    body,
  });
  const replayed = response.headers.get("idempotency-replayed") === "true";
  return { number: required(data).number, isNew: response.status === 201 || replayed };
}

export async function putLabel(place: WorkflowPlace, name: string, number: number): Promise<void> {
  await browserApi.PUT("/api/v1/projects/{handle}/{slug}/workflows/{workflow}/labels/{name}", {
    params: { path: { ...place, name } },
    body: { number },
  });
}
