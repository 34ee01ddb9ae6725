import type { components } from "@/lib/api/schema";

type Lineage = components["schemas"]["Lineage"];
type LineageNode = components["schemas"]["LineageNode"];

/** A workflow with its remixes. */
export interface Branch extends LineageNode {
  /** Index in `nodes`. */
  place: number;
  /** The requested workflow. */
  isAsked: boolean;
  /** An ancestor of the requested workflow. */
  isAbove: boolean;
  remixes: Branch[];
}

/** Build the trees, oldest first. Usually one; several if a parent was deleted. */
export function lineageTree(lineage: Lineage): Branch[] {
  const above = new Set<number>();
  for (
    let place: number | null | undefined = lineage.nodes[lineage.position]?.parent;
    place != null && !above.has(place);
    place = lineage.nodes[place]?.parent
  ) {
    above.add(place);
  }
  const branches = lineage.nodes.map(
    (node, place): Branch => ({
      ...node,
      place,
      isAsked: place === lineage.position,
      isAbove: above.has(place),
      remixes: [],
    }),
  );
  const roots: Branch[] = [];
  for (const branch of branches) {
    const parent = branch.parent === null ? undefined : branches[branch.parent];
    (parent ? parent.remixes : roots).push(branch);
  }
  return roots;
}

/** Count all descendants. */
export function countRemixes(branch: Branch): number {
  return branch.remixes.reduce((sum, remix) => sum + 1 + countRemixes(remix), 0);
}
