// Generate src/lib/api/schema.d.ts (types) and src/lib/api/allowed.ts (what the browser may request) from
// ../openapi.json. With --verify, write nothing and fail if they differ.
import { readFile, writeFile } from "node:fs/promises";
import path from "node:path";
import process from "node:process";
import openapiTypescript, { astToString } from "openapi-typescript";

const here = path.resolve(import.meta.dirname, "..");
const source = path.resolve(here, process.env.OPENAPI ?? "../openapi.json");
const document = JSON.parse(await readFile(source, "utf8"));

// Tokens never pass through the browser: route handlers under /session replace these paths.
const KEPT_BACK = new Set(["/api/v1/auth/login", "/api/v1/auth/refresh", "/api/v1/auth/logout"]);
const METHODS = ["get", "put", "post", "delete", "patch"];

const allowed = [];
for (const [template, item] of Object.entries(document.paths)) {
  if (!template.startsWith("/api/v1/") || KEPT_BACK.has(template)) continue;
  for (const method of METHODS) {
    if (item[method]) allowed.push(`${method.toUpperCase()} ${template}`);
  }
}
allowed.sort();

const files = {
  "src/lib/api/schema.d.ts":
    "// Made by `pnpm api:types` from openapi.json. Do not edit.\n" +
    astToString(await openapiTypescript(document, { defaultNonNullable: false })),
  "src/lib/api/allowed.ts":
    "// Made by `pnpm api:types` from openapi.json. Do not edit.\n\n" +
    "export const ALLOWED: readonly string[] = [\n" +
    allowed.map((line) => `  ${JSON.stringify(line)},\n`).join("") +
    "];\n",
};

let stale = false;
for (const [name, text] of Object.entries(files)) {
  const target = path.join(here, name);
  if (!process.argv.includes("--verify")) {
    await writeFile(target, text);
    continue;
  }
  const there = await readFile(target, "utf8").catch(() => "");
  if (there !== text) {
    stale = true;
    console.error(`frontend/${name} differs from openapi.json. Run \`pnpm api:types\`.`);
  }
}
if (stale) process.exit(1);
