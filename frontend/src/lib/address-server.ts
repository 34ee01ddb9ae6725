import http from "node:http";
import { CLIENT_ADDRESS, clientAddress, networks } from "@/lib/address";

/**
 * Whose every request is, settled where the socket is known.
 *
 * Next gives handlers headers and no socket, and believes any X-Forwarded-For. The API counts visitors by address, so the
 * address comes from the socket here, and from the proxies that TRUSTED_PROXIES names.
 */
export function settleAddresses(): void {
  const trusted = networks(process.env.TRUSTED_PROXIES ?? "");
  const emit = http.Server.prototype.emit as (this: http.Server, event: string | symbol, ...rest: unknown[]) => boolean;
  http.Server.prototype.emit = function emitWithAddress(this: http.Server, event: string | symbol, ...rest: unknown[]): boolean {
    const request = rest[0];
    if (event === "request" && request instanceof http.IncomingMessage) {
      const forwarded = request.headers["x-forwarded-for"];
      request.headers[CLIENT_ADDRESS] = clientAddress(
        request.socket.remoteAddress,
        Array.isArray(forwarded) ? forwarded.join(",") : forwarded,
        trusted,
      );
    }
    return emit.call(this, event, ...rest);
  };
}
