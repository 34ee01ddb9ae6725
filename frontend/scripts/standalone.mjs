// What `next build` leaves out of the standalone folder, so that `node .next/standalone/server.js` is the whole server.
import { cp } from "node:fs/promises";
import path from "node:path";

const here = path.resolve(import.meta.dirname, "..");
const standalone = path.join(here, ".next/standalone");
await cp(path.join(here, ".next/static"), path.join(standalone, ".next/static"), { recursive: true });
await cp(path.join(here, "public"), path.join(standalone, "public"), { recursive: true }).catch((error) => {
  if (error.code !== "ENOENT") throw error;
});
