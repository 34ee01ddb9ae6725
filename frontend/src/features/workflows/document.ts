import type { components } from "@/lib/api/schema";

export type Document = components["schemas"]["WorkflowFile"];
export type ContentInput = components["schemas"]["DocumentInput"];

/** Maximum size that the API accepts, in bytes. */
export const LARGEST_FILE = 1_572_864;

/** Read the outline of a file; the API validates it completely. */
export function readDocument(text: string): { document: Document } | { problem: "fileNotJson" | "fileBad" } {
  let found: unknown;
  try {
    found = JSON.parse(text.replace(/^\uFEFF/, ""));
  } catch {
    return { problem: "fileNotJson" };
  }
  if (typeof found !== "object" || found === null) return { problem: "fileBad" };
  const { format, title, content } = found as Record<string, unknown>;
  if (format !== "aipoweredmakers.workflow" || typeof title !== "string") return { problem: "fileBad" };
  if (typeof content !== "object" || content === null || !Array.isArray((content as { steps?: unknown }).steps)) {
    return { problem: "fileBad" };
  }
  return { document: found as Document };
}

/** Build a content with a prompt as its first step; names in double braces become fields. */
export function contentOfPrompt(prompt: string, title: string, names: Iterable<string>): ContentInput {
  return {
    variables: [...names].map((name) => ({ name })),
    steps: [{ key: "step-1", title, template: prompt }],
  };
}
