// @vitest-environment node
import { describe, expect, it } from "vitest";
import { addressGroup, clientAddress, networks } from "./client-address";

describe("the client of a request", () => {
  it("is the peer, whatever the client claims", () => {
    expect(clientAddress("203.0.113.9", "1.2.3.4", networks(""))).toBe("203.0.113.9");
    expect(clientAddress("::ffff:203.0.113.9", undefined, networks(""))).toBe("203.0.113.9");
  });

  it("is the last address that no trusted proxy added", () => {
    const trusted = networks("10.0.0.0/8, fd00::/8");
    expect(clientAddress("10.1.1.1", "6.6.6.6, 203.0.113.9, 10.2.2.2", trusted)).toBe("203.0.113.9");
    expect(clientAddress("::ffff:10.1.1.1", "2001:db8::7", trusted)).toBe("2001:db8::7");
    expect(clientAddress("fd00::1", "203.0.113.9, rubbish", trusted)).toBe("fd00::1");
    expect(clientAddress("10.1.1.1", undefined, trusted)).toBe("10.1.1.1");
  });

  it("refuses networks that are none", () => {
    for (const wrong of ["10.0.0.0/33", "web", "10.0.0.0/", "fd00::/129", "10.0.0.0/x"]) {
      expect(() => networks(wrong), wrong).toThrow(/TRUSTED_PROXIES/);
    }
  });

  it("is counted by address for IPv4, and by /64 for IPv6", () => {
    expect(addressGroup("203.0.113.9")).toBe("203.0.113.9");
    expect(addressGroup("2001:db8:1:2:aaaa::1")).toBe("2001:db8:1:2::/64");
    expect(addressGroup("2001:0DB8:1:2:3:4:5:6")).toBe("2001:db8:1:2::/64");
    expect(addressGroup("2001:db8:1:3::1")).toBe("2001:db8:1:3::/64");
    expect(addressGroup("2001:db8::1")).toBe("2001:db8:0:0::/64");
    expect(addressGroup("::1")).toBe("0:0:0:0::/64");
    expect(addressGroup("64:ff9b::192.0.2.1")).toBe("64:ff9b:0:0::/64");
  });
});
