import { act, renderHook, waitFor } from "@testing-library/react";
import { beforeEach, expect, test, vi } from "vitest";
import { useVote } from "./use-vote";

const PUT = vi.hoisted(() => vi.fn());
const DELETE = vi.hoisted(() => vi.fn());
vi.mock("@/lib/api/browser", () => ({ browserApi: { PUT, DELETE } }));

const failed = () => "No";

beforeEach(() => {
  PUT.mockReset().mockResolvedValue({});
  DELETE.mockReset().mockResolvedValue({});
});

test("shows a vote immediately and sends the last one last", async () => {
  const { result } = renderHook(() => useVote("c", 0, failed));
  act(() => result.current.press(1));
  expect(result.current.vote).toBe(1);
  act(() => result.current.press(1));
  expect(result.current.vote).toBe(0);
  await waitFor(() => expect(DELETE).toHaveBeenCalledTimes(1));
  expect(PUT).toHaveBeenCalledTimes(1);
});

test("reverts a failed vote", async () => {
  PUT.mockRejectedValue(new Error("gone"));
  const { result } = renderHook(() => useVote("c", 1, failed));
  act(() => result.current.press(-1));
  expect(result.current.vote).toBe(-1);
  await waitFor(() => expect(result.current.vote).toBe(1));
});
