import { render, screen, waitFor } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { NextIntlClientProvider } from "next-intl";
import { beforeEach, expect, test, vi } from "vitest";
import { ApiError } from "@/lib/api/problem";
import common from "../../../../messages/en/common.json";
import errors from "../../../../messages/en/errors.json";
import markdown from "../../../../messages/en/markdown.json";
import form from "../../../../messages/en/project_form.json";
import { BLANK } from "../form";
import { EditProjectForm } from "./edit-project-form";

const push = vi.fn();
const PATCH = vi.hoisted(() => vi.fn());
const GET = vi.hoisted(() => vi.fn());
vi.mock("next/navigation", () => ({ useRouter: () => ({ push, refresh: vi.fn() }) }));
vi.mock("@/components/markdown-preview", () => ({ MarkdownPreview: ({ text }: { text: string }) => <p>{text}</p> }));
vi.mock("@/lib/api/browser", async () => ({
  ...(await vi.importActual<typeof import("@/lib/api/browser")>("@/lib/api/browser")),
  browserApi: { PATCH, GET },
}));

const READ = { ...BLANK, title: "Clock", slug: "clock", tagline: "Tells time", body: "First" };
const PROJECT = { handle: "ada", slug: "clock", title: "Clock", tagline: "Tells time", body: "First", tags: [], links: [], cover_url: null, license: null, visibility: "public" };

function show() {
  return render(
    <NextIntlClientProvider locale="en" messages={{ common, errors, markdown, project_form: form }}>
      <EditProjectForm id="p1" handle="ada" slug="clock" initial={READ} etag={'"1-a"'} isOwner />
    </NextIntlClientProvider>,
  );
}

const body = () => screen.getByRole("textbox", { name: /Description/ });
const save = () => screen.getByRole("button", { name: "Save" });

vi.setConfig({ testTimeout: 20_000 });
beforeEach(() => {
  localStorage.clear();
  PATCH.mockReset();
  GET.mockReset();
  push.mockReset();
});

test("sends only changes, with the ETag that was read", async () => {
  PATCH.mockResolvedValue({ data: PROJECT });
  show();
  await userEvent.type(body(), " more");
  await userEvent.click(save());
  await waitFor(() => expect(push).toHaveBeenCalledWith("/projects/ada/clock"));
  expect(PATCH.mock.lastCall?.[1]).toMatchObject({ body: { body: "First more" }, params: { header: { "If-Match": '"1-a"' } } });
});

test("shows both texts after a conflicting save, and saves the choice over theirs", async () => {
  PATCH.mockRejectedValueOnce(new ApiError(412, { code: "stale" })).mockResolvedValueOnce({ data: PROJECT });
  GET.mockResolvedValue({
    data: { ...PROJECT, body: "Theirs", tagline: "Rings too" },
    response: new Response(null, { headers: { etag: '"2-b"' } }),
  });
  show();
  await userEvent.clear(body());
  await userEvent.type(body(), "Mine");
  await userEvent.click(save());
  expect(await screen.findByText("Theirs", { selector: "p[tabindex]" })).toBeVisible();
  expect(body()).toHaveValue("Mine");
  expect(screen.getByDisplayValue("Rings too")).toBeVisible();
  await userEvent.click(screen.getByRole("button", { name: "Take theirs" }));
  expect(body()).toHaveValue("Theirs");
  await userEvent.click(screen.getByRole("button", { name: "Keep mine" }));
  await userEvent.click(save());
  await waitFor(() => expect(push).toHaveBeenCalled());
  expect(PATCH.mock.lastCall?.[1]).toMatchObject({ body: { body: "Mine" }, params: { header: { "If-Match": '"2-b"' } } });
});

test("shows an error at its field and keeps the text", async () => {
  PATCH.mockRejectedValue(
    new ApiError(422, { code: "invalid_input", errors: [{ pointer: "/tagline", code: "too_long", message: "At most 200" }] }),
  );
  show();
  const tagline = screen.getByDisplayValue("Tells time");
  await userEvent.type(tagline, "!");
  await userEvent.click(save());
  await waitFor(() => expect(tagline).toHaveAttribute("aria-invalid", "true"));
  expect(tagline).toHaveFocus();
  expect(tagline).toHaveValue("Tells time!");
});

test("shows a taken slug once, at its field", async () => {
  PATCH.mockRejectedValue(new ApiError(409, { code: "slug_taken", detail: "You have a project at this address." }));
  show();
  const slug = screen.getByDisplayValue("clock");
  await userEvent.type(slug, "s");
  await userEvent.click(save());
  await waitFor(() => expect(slug).toHaveAttribute("aria-invalid", "true"));
  expect(slug).toHaveAccessibleDescription(/You have a project at this address/);
  expect(screen.getAllByText(/You have a project at this address/)).toHaveLength(1);
  expect(screen.getByRole("alert")).toHaveTextContent(errors.codes.invalid_input);
});

test("restores unsaved text with its base", async () => {
  const first = show();
  await userEvent.type(body(), " more");
  first.unmount();
  show();
  await waitFor(() => expect(body()).toHaveValue("First more"));
  expect(screen.getByText(common.restored)).toBeVisible();
});
