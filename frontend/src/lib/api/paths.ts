import { ALLOWED } from "./allowed";

type Node = { literal: Map<string, Node>; any: Node | null; methods: Set<string> };

const node = (): Node => ({ literal: new Map(), any: null, methods: new Set() });

const ROOT: Node = node();
for (const line of ALLOWED) {
  const [method = "", template = ""] = line.split(" ");
  let at = ROOT;
  for (const segment of template.split("/").slice(1)) {
    if (segment.startsWith("{")) {
      at = at.any ??= node();
    } else {
      const next = at.literal.get(segment) ?? node();
      at.literal.set(segment, next);
      at = next;
    }
  }
  at.methods.add(method);
}

const REFUSED = /[\u0000-\u001f\u007f/\\]|%[0-9a-f]{2}/i;

/**
 * Return the API path for a request, rebuilt from its decoded segments; null if openapi.json does not list it.
 *
 * Rejects every path that another parser could read differently: empty and dot segments, and segments with a slash, a
 * backslash, a control character or remaining percent-encoding.
 */
export function allowedPath(method: string, pathname: string): string | null {
  const segments: string[] = [];
  for (const raw of pathname.split("/").slice(1)) {
    let segment: string;
    try {
      segment = decodeURIComponent(raw);
    } catch {
      return null;
    }
    if (segment === "" || segment === "." || segment === ".." || REFUSED.test(segment)) return null;
    segments.push(segment);
  }
  const wanted = method === "HEAD" ? "GET" : method;
  return reaches(ROOT, segments, 0, wanted) ? "/" + segments.map(encodeURIComponent).join("/") : null;
}

function reaches(at: Node, segments: string[], depth: number, method: string): boolean {
  const segment = segments[depth];
  if (segment === undefined) return at.methods.has(method);
  const literal = at.literal.get(segment);
  // Same precedence as the API: a literal segment wins; a parameter matches only if no literal leads to a route.
  if (literal !== undefined && reaches(literal, segments, depth + 1, method)) return true;
  return at.any !== null && reaches(at.any, segments, depth + 1, method);
}
