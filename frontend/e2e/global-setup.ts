import { startSystem } from "./system";

/** A system that runs already is used when E2E_WEB, E2E_API and E2E_DIR (its .local/) name it: quicker while writing tests. */
export default async function setUp(): Promise<(() => Promise<void>) | undefined> {
  if (process.env.E2E_WEB && process.env.E2E_API && process.env.E2E_DIR) return undefined;
  return await startSystem();
}
