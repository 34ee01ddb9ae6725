import { act, renderHook } from "@testing-library/react";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { usePersistedState } from "./persisted-state";
import { clearPersistedState } from "./persisted-storage";

const open = (key: string | null = "comment:ada/clock", initial = "") => renderHook(() => usePersistedState(key, initial));

beforeEach(() => {
  vi.useFakeTimers();
  localStorage.clear();
  document.body.dataset.maker = "m-1";
});
afterEach(() => vi.useRealTimers());

describe("text that is being typed", () => {
  it("is restored after leaving the page", () => {
    const first = open();
    act(() => first.result.current[1]("half a tho"));
    first.unmount();
    const again = open();
    expect(again.result.current[0]).toBe("half a tho");
    expect(again.result.current[2].restored).toBe(true);
  });

  it("is stored while typing, because a crash gives no warning", () => {
    const { result } = open();
    act(() => result.current[1]("half"));
    act(() => vi.advanceTimersByTime(300));
    expect(JSON.stringify({ ...localStorage })).toContain("half");
  });

  it("is stored immediately when the page is hidden", () => {
    const { result } = open();
    act(() => result.current[1]((before) => `${before}now`));
    act(() => void dispatchEvent(new Event("pagehide")));
    expect(JSON.stringify({ ...localStorage })).toContain("now");
  });

  it("is removed after sending, and initial text is not stored", () => {
    const first = open();
    act(() => first.result.current[1]("sent"));
    act(() => first.result.current[2].drop());
    first.unmount();
    expect(localStorage.length).toBe(0);

    const same = open("x", "as it was");
    act(() => same.result.current[1]("changed"));
    act(() => same.result.current[1]("as it was"));
    same.unmount();
    expect(localStorage.length).toBe(0);
  });

  it("can be discarded", () => {
    const first = open();
    act(() => first.result.current[1]("old"));
    first.unmount();
    const again = open();
    act(() => again.result.current[2].discard());
    expect(again.result.current[0]).toBe("");
    expect(localStorage.length).toBe(0);
  });

  it("belongs to its form and maker, and is removed on logout", () => {
    const first = open();
    act(() => first.result.current[1]("mine"));
    first.unmount();
    expect(open("comment:ada/other").result.current[0]).toBe("");
    document.body.dataset.maker = "m-2";
    expect(open().result.current[0]).toBe("");
    document.body.dataset.maker = "m-1";
    localStorage.setItem("other", "stays");
    clearPersistedState();
    expect(open().result.current[0]).toBe("");
    expect(localStorage.getItem("other")).toBe("stays");
  });

  it("does not replace new input, and works without storage", () => {
    vi.spyOn(Storage.prototype, "setItem").mockImplementation(() => {
      throw new DOMException("full", "QuotaExceededError");
    });
    const { result, unmount } = open();
    act(() => result.current[1]("typed"));
    act(() => vi.advanceTimersByTime(300));
    expect(result.current[0]).toBe("typed");
    unmount();
  });

  it("is not stored without a key", () => {
    const first = open(null);
    act(() => first.result.current[1]("secret"));
    first.unmount();
    expect(localStorage.length).toBe(0);
  });
});
