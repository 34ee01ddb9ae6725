import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { rememberNext, takeNext } from "./return-path";
import { takeToken, tokenOf } from "./fragment";
import { missingCharacters, passwordProblem } from "./password";

const TOKEN = "AaPZ0x_-9bQ3mT7kLwEr5YuIoP1234567890abcdefg";

describe("the token of a mailed link", () => {
  it.each([
    [`#${TOKEN}`, TOKEN],
    ["", null],
    ["#", null],
    ["#content", null],
    [`#${TOKEN}&x=1`, null],
    [`#${TOKEN}/../me`, null],
    [`#${"a".repeat(129)}`, null],
  ])("%s", (hash, wanted) => expect(tokenOf(hash)).toBe(wanted));

  it("is removed from the URL", () => {
    vi.useFakeTimers();
    history.replaceState(null, "", `/confirm?from=mail#${TOKEN}`);
    expect(takeToken()).toBe(TOKEN);
    vi.runAllTimers();
    expect(location.href).toMatch(/\/confirm\?from=mail$/);
    vi.useRealTimers();
  });
});

describe("the return path", () => {
  beforeEach(() => localStorage.clear());
  afterEach(() => vi.useRealTimers());

  it("is returned once", () => {
    rememberNext("/projects/new");
    expect(takeNext()).toBe("/projects/new");
    expect(takeNext()).toBe("/");
  });
  it.each(["//evil.example", "/\\evil.example", "https://evil.example", "javascript:alert(1)", "/a\nb"])("is never %j", (next) => {
    localStorage.setItem("after-confirm", JSON.stringify({ next, at: Date.now() }));
    expect(takeNext()).toBe("/");
  });
  it("expires after a day", () => {
    vi.useFakeTimers();
    rememberNext("/projects/new");
    vi.advanceTimersByTime(25 * 3_600_000);
    expect(takeNext()).toBe("/");
  });
});

describe("a new password", () => {
  it.each([
    ["only eleven", "too_short"],
    ["👩‍🚀".repeat(2), "too_short"],
    ["a".repeat(6) + "b".repeat(123), "too_long"],
    ["abcabcabcabc", "too_common"],
    ["zzzzzzzzzzzz", "too_common"],
    ["Ada.Lovelace@Example.org", "too_personal"],
    ["ada.lovelace-x", "too_personal"],
    ["make-things-with-care", null],
  ])("%s", (password, wanted) => {
    expect(passwordProblem(password, ["ada", password.startsWith("ada.lovelace-x") ? "ada.lovelace-x@example.org" : "ada.lovelace@example.org"])).toBe(wanted);
  });

  it("counts missing characters", () => {
    expect(missingCharacters("")).toBe(12);
    expect(missingCharacters("twelve chars")).toBe(0);
  });
});
