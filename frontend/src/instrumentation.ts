/** Before any request: see lib/server. */
export async function register(): Promise<void> {
  if (process.env.NEXT_RUNTIME === "nodejs") {
    const { beforeRequests } = await import("@/lib/server");
    beforeRequests();
  }
}
