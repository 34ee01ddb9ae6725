import { render, screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { NextIntlClientProvider } from "next-intl";
import { beforeEach, expect, test, vi } from "vitest";
import { ApiError } from "@/lib/api/problem";
import comments from "../../../../messages/en/comments.json";
import common from "../../../../messages/en/common.json";
import errors from "../../../../messages/en/errors.json";
import markdown from "../../../../messages/en/markdown.json";
import { CommentCount } from "./comment-count";
import { CommentForm } from "./comment-form";

const POST = vi.hoisted(() => vi.fn());
vi.mock("@/lib/api/browser", async () => ({
  ...(await vi.importActual<typeof import("@/lib/api/browser")>("@/lib/api/browser")),
  browserApi: { POST },
}));

const page = (counted: number) => (
  <NextIntlClientProvider locale="en" messages={{ comments, common, errors, markdown }}>
    <h2>
      Comments <CommentCount counted={counted} />
    </h2>
    <CommentForm place={{ handle: "ada", slug: "clock" }} showComment={() => Promise.resolve(null)} onPosted={vi.fn()} />
  </NextIntlClientProvider>
);

beforeEach(() => localStorage.clear());

test("counts a new comment once, until the server counts it", async () => {
  POST.mockRejectedValueOnce(new ApiError(403, { code: "forbidden" })).mockResolvedValueOnce({ data: { comment_id: "c1" } });
  const { rerender } = render(page(7));
  await userEvent.type(screen.getByRole("textbox"), "Works for me.");
  await userEvent.click(screen.getByRole("button", { name: "Post comment" }));
  await screen.findByRole("alert");
  expect(screen.getByRole("heading")).toHaveTextContent("Comments 7");
  await userEvent.click(screen.getByRole("button", { name: "Post comment" }));
  expect(await screen.findByRole("heading", { name: "Comments 8" })).toBeVisible();
  rerender(page(9));
  expect(screen.getByRole("heading")).toHaveTextContent("Comments 9");
});
