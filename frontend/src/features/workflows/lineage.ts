import type { components } from "@/lib/api/schema";

type Lineage = components["schemas"]["Lineage"];
type LineageNode = components["schemas"]["LineageNode"];

/** A workflow of the family with what was remixed from it. */
export interface Branch extends LineageNode {
  /** Its place in `nodes`. */
  place: number;
  /** The workflow that was asked for. */
  isAsked: boolean;
  /** On the way from the first one to the one asked for. */
  isAbove: boolean;
  remixes: Branch[];
}

/** The family as trees, the oldest first. Usually one; more where a parent has gone. */
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

/** How many workflows there are below this one. */
export function countRemixes(branch: Branch): number {
  return branch.remixes.reduce((sum, remix) => sum + 1 + countRemixes(remix), 0);
}
