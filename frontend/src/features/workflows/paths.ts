/** Identifies a workflow by maker, project and slug. */
export interface Address {
  handle: string;
  slug: string;
  workflow: string;
}

const part = encodeURIComponent;

export function projectPath({ handle, slug }: Pick<Address, "handle" | "slug">): string {
  return `/projects/${part(handle)}/${part(slug)}`;
}

/** Return the path of a workflow or a page below it: `workflowPath(address, "versions")`. */
export function workflowPath(address: Address, below?: "edit" | "versions" | "diff" | "lineage" | "pull"): string {
  const path = `${projectPath(address)}/workflows/${part(address.workflow)}`;
  return below ? `${path}/${below}` : path;
}

export function versionPath(address: Address, version: number | string | undefined): string {
  const path = workflowPath(address);
  return version === undefined || version === "latest" ? path : `${path}?version=${part(String(version))}`;
}

export function diffPath(address: Address, from: number | string, to: number | string): string {
  return `${workflowPath(address, "diff")}?from=${part(String(from))}&to=${part(String(to))}`;
}

/** Return the path of the API's export of a version. */
export function exportPath(address: Address, format: "json" | "md", version: number | string): string {
  const { handle, slug, workflow } = address;
  const path = `/api/v1/projects/${part(handle)}/${part(slug)}/workflows/${part(workflow)}/export`;
  return `${path}?format=${format}&version=${part(String(version))}`;
}

/** Format a version for the API's diff: `handle/slug/workflow@3`. */
export function versionSpec({ handle, slug, workflow }: Address, number: number): string {
  return `${handle}/${slug}/${workflow}@${number}`;
}

/** Parse `versionSpec`; null for a number, a label or `latest`, which are versions of the current workflow. */
export function readSpec(spec: string): (Address & { version: string }) | null {
  const found = /^([^/@]+)\/([^/@]+)\/([^/@]+)@([^/@]+)$/.exec(spec);
  if (!found) return null;
  const [, handle = "", slug = "", workflow = "", version = ""] = found;
  return { handle, slug, workflow, version };
}
