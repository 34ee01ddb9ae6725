import { readdirSync, readFileSync } from "node:fs";
import type { IncomingMessage, ServerResponse } from "node:http";
import path from "node:path";

export type StaticFiles = Map<string, { type: string; body: Buffer }>;

const TYPES: Record<string, string> = {
  ".js": "application/javascript; charset=UTF-8",
  ".css": "text/css; charset=UTF-8",
};

/** Read the scripts and styles that scripts/standalone.mjs compressed with Brotli, by their URL path. */
export function readCompressed(directory: string): StaticFiles {
  const files: StaticFiles = new Map();
  const root = path.join(directory, ".next", "static");
  for (const name of readdirSync(root, { recursive: true, encoding: "utf8" })) {
    const plain = name.slice(0, -".br".length);
    const type = TYPES[path.extname(plain)];
    if (!name.endsWith(".br") || type === undefined) continue;
    files.set(`/_next/static/${plain.split(path.sep).join("/")}`, { type, body: readFileSync(path.join(root, name)) });
  }
  return files;
}

/** Send the compressed file of this request. Next would compress it with gzip again for every visitor. */
export function sendCompressed(files: StaticFiles, request: IncomingMessage, response: ServerResponse): boolean {
  const reads = request.method === "GET" || request.method === "HEAD";
  const file = reads ? files.get(request.url?.split("?")[0] ?? "") : undefined;
  if (file === undefined || !/(^|[\s,])br([\s,;]|$)/.test(String(request.headers["accept-encoding"] ?? ""))) return false;
  response.writeHead(200, {
    "content-type": file.type,
    "content-encoding": "br",
    "content-length": file.body.byteLength,
    "cache-control": "public, max-age=31536000, immutable",
    vary: "Accept-Encoding",
    "x-content-type-options": "nosniff",
  });
  response.end(request.method === "HEAD" ? undefined : file.body);
  return true;
}
