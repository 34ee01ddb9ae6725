// @vitest-environment node
import { describe, expect, it } from "vitest";
import { clientAddress, networks } from "./address";

describe("whose a request is", () => {
  it("is the peer's, whatever a visitor claims", () => {
    expect(clientAddress("203.0.113.9", "1.2.3.4", networks(""))).toBe("203.0.113.9");
    expect(clientAddress("::ffff:203.0.113.9", undefined, networks(""))).toBe("203.0.113.9");
  });

  it("is the last one that no trusted proxy added", () => {
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
});
