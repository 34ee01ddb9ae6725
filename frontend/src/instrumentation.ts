/** Before any request: see lib/address-server.ts. */
export async function register(): Promise<void> {
  if (process.env.NEXT_RUNTIME === "nodejs") {
    const { settleAddresses } = await import("@/lib/address-server");
    settleAddresses();
  }
}
