import path from "node:path";
import react from "@vitejs/plugin-react";
import { defineConfig } from "vitest/config";

const here = import.meta.dirname;

export default defineConfig({
  plugins: [react()],
  resolve: {
    alias: { "@": path.join(here, "src"), "server-only": path.join(here, "src/test/empty-module.ts") },
  },
  test: {
    environment: "jsdom",
    include: ["{src,server}/**/*.test.{ts,tsx}"],
    setupFiles: ["src/test/setup.ts"],
    restoreMocks: true,
    maxWorkers: 2,
    testTimeout: 20_000, // typing in a form takes seconds on a busy machine
    server: { deps: { inline: ["next-intl"] } },
  },
});
