/** Before any request: see lib/server. */
export async function register(): Promise<void> {
  if (process.env.NEXT_RUNTIME === "nodejs") {
    const { configurationProblems } = await import("@/lib/env");
    const problems = configurationProblems();
    if (problems.length > 0) {
      console.error(["The configuration cannot be used:", ...problems, "See docs/operations.md."].join("\n"));
      process.exit(2);
    }
    const { beforeRequests } = await import("@/lib/server");
    beforeRequests();
  }
}
