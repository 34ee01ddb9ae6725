import { render, screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { NextIntlClientProvider } from "next-intl";
import { useState, type ReactNode } from "react";
import { expect, test, vi } from "vitest";
import * as actions from "../actions";
import comments from "../../../../messages/en/comments.json";
import common from "../../../../messages/en/common.json";
import errors from "../../../../messages/en/errors.json";
import markdown from "../../../../messages/en/markdown.json";
import { EditForm } from "./edit-form";

const browserApi = vi.hoisted(() => ({ GET: vi.fn(), PATCH: vi.fn() }));
vi.mock("@/lib/api/browser", async () => ({
  ...(await vi.importActual<typeof import("@/lib/api/browser")>("@/lib/api/browser")),
  browserApi,
}));
vi.mock("./comment-item", () => ({ CommentItem: () => null }));
vi.mock("../api", () => ({}));

function Comment() {
  const [text, setText] = useState<ReactNode>(null);
  return text ?? <EditForm id="c1" onDone={setText} onCancel={vi.fn()} />;
}

test("the browser renders an edited comment", async () => {
  browserApi.GET.mockResolvedValue({ data: { body: "Hello" }, response: new Response(null, { headers: { etag: '"1"' } }) });
  browserApi.PATCH.mockResolvedValue({ data: { body: "*Hello* @ada", mentions: ["ada"] } });
  render(
    <NextIntlClientProvider locale="en" messages={{ comments, common, errors, markdown }}>
      <Comment />
    </NextIntlClientProvider>,
  );
  await userEvent.click(await screen.findByRole("button", { name: "Save" }));
  // The form shows a skeleton until the renderer is loaded.
  expect((await screen.findByText("Hello", { selector: "em" }, { timeout: 20_000 })).closest(".prose")).not.toBeNull();
  expect(screen.getByRole("link", { name: "@ada" })).toHaveAttribute("href", "/makers/ada");
}, 30_000);

test("no server action renders client text", () => {
  expect(Object.keys(actions).sort()).toEqual(["moreReplies", "showComment"]);
});
