// Complete the standalone folder of `next build`, so that `node .next/standalone/server.js` is the whole server: our
// entry instead of Next's, compressed scripts and styles, and the files of public/.
import { cp, readdir, readFile, writeFile } from "node:fs/promises";
import path from "node:path";
import { promisify } from "node:util";
import zlib from "node:zlib";
import { build } from "vite";

const here = path.resolve(import.meta.dirname, "..");
const standalone = path.join(here, ".next/standalone");

await build({
  root: here,
  configFile: false,
  logLevel: "warn",
  resolve: { alias: { "@": path.join(here, "src") } },
  // Next resolves this package itself; it has no file in node_modules.
  plugins: [{ name: "server-only", enforce: "pre", resolveId: (id) => (id === "server-only" ? "\0server-only" : null), load: (id) => (id === "\0server-only" ? "" : null) }],
  ssr: { noExternal: true, external: ["next"] },
  build: { ssr: path.join(here, "server/main.ts"), target: "node20", outDir: standalone, emptyOutDir: false, rollupOptions: { output: { entryFileNames: "server.js" } } },
});

const files = path.join(standalone, ".next/static");
await cp(path.join(here, ".next/static"), files, { recursive: true });
await cp(path.join(here, "public"), path.join(standalone, "public"), { recursive: true }).catch((error) => {
  if (error.code !== "ENOENT") throw error;
});

const brotli = promisify(zlib.brotliCompress);
const { BROTLI_PARAM_QUALITY, BROTLI_PARAM_SIZE_HINT, BROTLI_MAX_QUALITY } = zlib.constants;
const names = (await readdir(files, { recursive: true })).filter((name) => /\.(js|css)$/.test(name));
await Promise.all(
  names.map(async (name) => {
    const text = await readFile(path.join(files, name));
    const params = { [BROTLI_PARAM_QUALITY]: BROTLI_MAX_QUALITY, [BROTLI_PARAM_SIZE_HINT]: text.length };
    await writeFile(path.join(files, `${name}.br`), await brotli(text, { params }));
  }),
);
