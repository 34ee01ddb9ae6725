import { startSystem } from "./system";

/** Reuse a running system named by E2E_WEB, E2E_API and E2E_DIR (its .local/): faster while you write tests. */
export default async function setUp(): Promise<(() => Promise<void>) | undefined> {
  if (process.env.E2E_WEB && process.env.E2E_API && process.env.E2E_DIR) return undefined;
  return await startSystem();
}
