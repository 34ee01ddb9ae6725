import { browserApi } from "@/lib/api/browser";
import type { SubmissionHeader } from "@/lib/submission-key";
import type { Content, Draft } from "./content";
import type { Port } from "./autosave";

/** Identifies a workflow by the parts of its path. */
export interface WorkflowPlace {
  handle: string;
  slug: string;
  workflow: string;
}

/** Timeout of a save in milliseconds. */
const PATIENCE = 20_000;

/** The API's If-Match compares only the version, which the draft contains. */
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

/** Title and summary of a workflow; not part of its draft. */
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
  // The client throws for responses without data.
  if (data === undefined) throw new Error("no data");
  return data;
}

export interface ToolName {
  slug: string;
  name: string;
  vendor: string;
}

/** Return the whole catalogue: a few hundred tools at most. */
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
  /** False if the newest version is the same. */
  isNew: boolean;
}

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
