// @vitest-environment node
import { createTranslator } from "next-intl";
import { describe, expect, it } from "vitest";
import en from "../../../messages/en/errors.json";
import nl from "../../../messages/nl/errors.json";
import { apiError, ApiError, fieldErrors, problemMessage, unreachable, type ErrorTranslator } from "./problem";

const translator = (locale: string, errors: typeof en) =>
  createTranslator({ locale, messages: { errors }, namespace: "errors" }) as unknown as ErrorTranslator;
const english = translator("en", en);
const dutch = translator("nl", nl);

const refused = (status: number, code: string, more: Record<string, unknown> = {}, headers: Record<string, string> = {}) =>
  apiError(new Response(null, { status, headers }), { status, code, title: "T", detail: "As the API says.", ...more });

describe("a problem", () => {
  it("keeps the API's members", () => {
    const error = refused(409, "pull_conflicts", { request_id: "r-1", conflicts: [1] });
    expect(error).toMatchObject({ status: 409, code: "pull_conflicts", detail: "As the API says.", requestId: "r-1" });
    expect(error.problem.conflicts).toEqual([1]);
    expect(error.digest).toBe("api:pull_conflicts");
  });

  it("is built from any body", () => {
    expect(apiError(new Response(null, { status: 502 }), null)).toMatchObject({ status: 502, code: "unknown", errors: [] });
    expect(apiError(new Response(null, { status: 422 }), { errors: [1, { pointer: 2 }, null] }).errors).toEqual([]);
  });

  it("is a sentence in the page's language", () => {
    expect(problemMessage(unreachable(), english)).toMatch(/reach the server/);
    expect(problemMessage(refused(503, "api_unreachable"), dutch)).toMatch(/niet bereikbaar/);
    expect(problemMessage(refused(429, "rate_limited", {}, { "retry-after": "1" }), english)).toMatch(/in 1 second\./);
    expect(problemMessage(refused(429, "rate_limited"), english)).toMatch(/moment/);
    expect(problemMessage(refused(409, "slug_taken"), english)).toBe("As the API says.");
    expect(problemMessage(refused(409, "slug_taken"), dutch)).toBe("Deze URL is al in gebruik. Kies een andere.");
    expect(problemMessage(refused(418, "new_code"), dutch)).toBe("As the API says.");
    expect(problemMessage(refused(500, "internal_error", { request_id: "r-9" }), english)).toMatch(/r-9/);
    expect(problemMessage(new Error("x"), english)).toBe("Something went wrong. Try again.");
  });

  it("gives the reason and note of a suspension", () => {
    const spam = refused(403, "account_suspended", { reason: "spam", note: "Forty links." });
    expect(problemMessage(spam, english)).toBe("This account is suspended: spam or advertising. Forty links.");
    expect(problemMessage(spam, dutch)).toBe("Dit account is geschorst: spam of reclame. Forty links.");
    expect(problemMessage(refused(403, "account_suspended", { reason: "new", note: "" }), english)).toBe("This account is suspended.");
    expect(problemMessage(refused(403, "account_suspended"), dutch)).toBe("Dit account is geschorst.");
  });

  it("maps errors to fields", () => {
    const error = refused(422, "invalid_input", {
      errors: [
        { pointer: "/title", code: "too_long", message: "Must have at most 1,200 characters." },
        { pointer: "/title", code: "wrong_type", message: "Second." },
        { pointer: "/body", code: "too_short", message: "A comment needs at least one visible character." },
        { pointer: "/x", code: "brand_new", message: "Something {odd}." },
      ],
    });
    expect(fieldErrors(error)).toEqual({
      "/title": "Must have at most 1,200 characters.",
      "/body": "A comment needs at least one visible character.",
      "/x": "Something {odd}.",
    });
    expect(fieldErrors(error, dutch)).toEqual({
      "/title": "Gebruik maximaal 1,200 tekens.",
      "/body": "Dit is te kort.",
      "/x": "Something {odd}.",
    });
    expect(fieldErrors(error, english)["/body"]).toBe("A comment needs at least one visible character.");
  });

  it("knows when retrying helps", () => {
    expect(unreachable().unreachable).toBe(true);
    expect(new ApiError(503, { code: "unavailable" }).unreachable).toBe(false);
  });
});
