import { BlockList, isIP } from "node:net";

/** Set by the server entry (server/requests.ts), which replaces the client's value. */
export const CLIENT_ADDRESS = "x-client-address";

/** Parse comma-separated addresses and networks, as in TRUSTED_PROXIES. Throws on anything else. */
export function networks(text: string): BlockList {
  const list = new BlockList();
  for (const entry of text.split(",").map((part) => part.trim())) {
    if (entry === "") continue;
    const [address = "", bits] = entry.split("/");
    const family = familyOf(address);
    const width = family === "ipv6" ? 128 : 32;
    const prefix = bits === undefined ? width : Number(bits);
    if (family === null || !Number.isInteger(prefix) || prefix < 0 || prefix > width || bits === "") {
      throw new Error(`TRUSTED_PROXIES: ${JSON.stringify(entry)} is neither an address nor a network.`);
    }
    list.addSubnet(address, prefix, family);
  }
  return list;
}

/** Return the client's address: the peer, or the last X-Forwarded-For entry that no trusted proxy added. */
export function clientAddress(peer: string | undefined, forwarded: string | undefined, trusted: BlockList): string {
  let address = plain(peer ?? "");
  if (!isTrusted(address, trusted)) return address;
  for (const hop of (forwarded ?? "").split(",").reverse()) {
    const found = plain(hop.trim());
    if (found === "") continue;
    if (familyOf(found) === null) break;
    address = found;
    if (!isTrusted(address, trusted)) break;
  }
  return address;
}

export function isTrusted(address: string, trusted: BlockList): boolean {
  const bare = plain(address);
  const family = familyOf(bare);
  return family !== null && trusted.check(bare, family);
}

/** Return the unit of limits: an IPv4 address, or the /64 of an IPv6 address, which one host or household has. */
export function addressGroup(address: string): string {
  if (familyOf(address) !== "ipv6") return address;
  const [head = "", tail] = address.split("::");
  const left = head === "" ? [] : head.split(":");
  const right = tail === undefined || tail === "" ? [] : tail.split(":");
  // A trailing dotted IPv4 part counts as two groups.
  const length = (right.at(-1) ?? left.at(-1) ?? "").includes(".") ? 7 : 8;
  const zeros = tail === undefined ? 0 : length - left.length - right.length;
  const groups = [...left, ...Array<string>(zeros).fill("0"), ...right];
  return groups.slice(0, 4).map((group) => parseInt(group, 16).toString(16)).join(":") + "::/64";
}

/** Strip the zone, and map IPv4: a socket on :: sees ::ffff:192.0.2.1. */
function plain(address: string): string {
  const bare = address.split("%")[0] ?? "";
  return /^::ffff:\d+\.\d+\.\d+\.\d+$/i.test(bare) ? bare.slice(7) : bare;
}

function familyOf(address: string): "ipv4" | "ipv6" | null {
  const version = isIP(address);
  return version === 4 ? "ipv4" : version === 6 ? "ipv6" : null;
}
