import { renderHook } from "@testing-library/react";
import { describe, expect, it } from "vitest";
import { ApiError, unreachable } from "@/lib/api/problem";
import { useSubmissionKey } from "./submission-key";

/**
 * Send bodies one after the other with the given responses, and return their keys: `a` for the first, `b` for the next.
 */
async function keys(...sent: [body: unknown, answer: unknown][]): Promise<string> {
  const { result, rerender } = renderHook(() => useSubmissionKey());
  const found: string[] = [];
  for (const [body, answer] of sent) {
    const send = (given: unknown, header: { "Idempotency-Key": string }) => {
      expect(given).toBe(body);
      found.push(header["Idempotency-Key"]);
      return answer instanceof Error ? Promise.reject(answer) : Promise.resolve(answer);
    };
    const told = result.current(body, send);
    if (answer instanceof Error) await expect(told).rejects.toBe(answer);
    else expect(await told).toBe(answer);
    rerender();
  }
  const known = [...new Set(found)];
  return found.map((key) => "abc"[known.indexOf(key)]).join("");
}

const answer = (status: number, code: string) => new ApiError(status, { code });
const CLOCK = { title: "Clock" };
const MADE = { slug: "clock" };

describe("the idempotency key of a form", () => {
  it.each([
    ["no answer", unreachable()],
    ["503", answer(503, "unavailable")],
    ["500", answer(500, "internal_error")],
    ["an attempt under way", answer(409, "in_flight")],
    ["an ended session", answer(401, "invalid_token")],
    ["too many requests", answer(429, "rate_limited")],
    ["what is no answer of the API", new TypeError("of ours")],
  ])("stays after %s, for the same body", async (_, unsure) => {
    expect(await keys([CLOCK, unsure], [{ ...CLOCK }, MADE])).toBe("aa");
  });

  it.each([
    ["422", answer(422, "invalid_input")],
    ["409", answer(409, "slug_taken")],
    ["403", answer(403, "not_yours")],
  ])("is another after %s, which made nothing", async (_, refused) => {
    expect(await keys([CLOCK, refused], [CLOCK, MADE])).toBe("ab");
  });

  it("changes with the body", async () => {
    expect(await keys([CLOCK, unreachable()], [{ title: "Watch" }, MADE])).toBe("ab");
  });

  it("changes after a success, even for the same body", async () => {
    expect(await keys([CLOCK, MADE], [CLOCK, MADE])).toBe("ab");
  });

  it("survives a rejection before processing", async () => {
    expect(await keys([CLOCK, answer(503, "unavailable")], [CLOCK, answer(429, "rate_limited")], [CLOCK, MADE])).toBe("aaa");
  });
});
