import { render, screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { NextIntlClientProvider } from "next-intl";
import { beforeEach, expect, test, vi } from "vitest";
import { ApiError } from "@/lib/api/problem";
import common from "../../../../messages/en/common.json";
import errors from "../../../../messages/en/errors.json";
import acts from "../../../../messages/en/workflow_acts.json";
import workflows from "../../../../messages/en/workflows.json";
import type { Conflict } from "../conflicts";
import { PullForm } from "./pull-form";

const push = vi.fn();
const POST = vi.hoisted(() => vi.fn());
const GET = vi.hoisted(() => vi.fn());
vi.mock("next/navigation", () => ({ useRouter: () => ({ push }) }));
vi.mock("@/lib/api/browser", async () => ({
  ...(await vi.importActual<typeof import("@/lib/api/browser")>("@/lib/api/browser")),
  browserApi: { POST, GET },
}));

const conflict = (id: string, field: string | null, ours: unknown, theirs: unknown): Conflict => ({
  id,
  step: "outline",
  variable: null,
  field,
  base: "Outline it.",
  ours,
  theirs,
});

const TEMPLATE = conflict("/steps/outline/template", "template", "Outline it for a child.", "Outline it in five.");
const TITLE = conflict("/steps/outline/title", "title", "Mine", "Theirs");

function show(conflicts: Conflict[]) {
  render(
    <NextIntlClientProvider locale="en" messages={{ common, errors, workflows, workflow_acts: acts }}>
      <PullForm
        workflowId="w1"
        address={{ handle: "ada", slug: "clock", workflow: "hour" }}
        titles={{ "step:outline": "Make an outline" }}
        first={{ to: 5, onto: 3, conflicts }}
      />
    </NextIntlClientProvider>,
  );
}

const pull = () => screen.getByRole("button", { name: "Pull updates" });
const sent = () => POST.mock.lastCall?.[1].body;

vi.setConfig({ testTimeout: 20_000 });
beforeEach(() => {
  localStorage.clear();
  POST.mockReset();
  GET.mockReset();
  push.mockReset();
  Element.prototype.scrollIntoView = vi.fn();
});

test("pulls between the shown versions without conflicts", async () => {
  POST.mockResolvedValue({ data: { saved: { number: 4 }, draft: "followed" }, response: new Response(null, { status: 201 }) });
  show([]);
  await userEvent.click(pull());
  expect(sent()).toEqual({ to: 5, onto: 3, resolutions: {}, changelog: "" });
  await waitFor(() => expect(push).toHaveBeenCalledWith("/projects/ada/clock/workflows/hour/diff?from=3&to=4"));
});

test("requires a choice for every conflict, including own texts", async () => {
  POST.mockResolvedValue({ data: { saved: { number: 4 }, draft: "kept" }, response: new Response(null, { status: 201 }) });
  const user = userEvent.setup({ delay: null });
  show([TEMPLATE, TITLE]);
  expect(screen.getByText("Step Make an outline")).toBeInTheDocument();
  await user.click(pull());
  expect(screen.getByText("Resolve all conflicts first.")).toBeInTheDocument();
  expect(POST).not.toHaveBeenCalled();
  await user.click(within(screen.getByRole("group", { name: "Title" })).getByLabelText(/Take theirs/));
  const text = within(screen.getByRole("group", { name: "Text" }));
  await user.click(text.getByLabelText("Write it myself"));
  const own = text.getByRole("textbox");
  expect(own).toHaveValue("Outline it for a child.");
  await user.type(own, " In five.");
  expect(screen.getByText("2 of 2 resolved")).toBeInTheDocument();
  await user.click(pull());
  expect(sent().resolutions).toEqual({
    [TEMPLATE.id]: { take: "value", value: "Outline it for a child. In five." },
    [TITLE.id]: { take: "theirs" },
  });
});

test("shows API errors at their conflicts", async () => {
  POST.mockRejectedValue(
    new ApiError(422, {
      code: "invalid_input",
      errors: [
        { pointer: "/resolutions/~1steps~1outline~1template/value", code: "too_long", message: "Too long." },
        { pointer: "/content/steps/1/template", code: "undeclared_name", message: "Step “b” uses “x”." },
      ],
    }),
  );
  const user = userEvent.setup({ delay: null });
  show([TEMPLATE]);
  await user.click(screen.getByRole("button", { name: "Keep all of mine" }));
  await user.click(pull());
  expect(await screen.findByText("Step “b” uses “x”.")).toBeInTheDocument();
  expect(within(screen.getByRole("group", { name: "Text" })).getByText("Too long.")).toBeInTheDocument();
});

test("updates the conflicts after another save and keeps choices that still apply", async () => {
  POST.mockRejectedValueOnce(new ApiError(409, { code: "head_moved" }));
  GET.mockResolvedValue({ data: { source: { head_number: 6 }, head_number: 4, conflicts: [TEMPLATE, TITLE] } });
  const user = userEvent.setup({ delay: null });
  show([TEMPLATE]);
  await user.click(screen.getByRole("button", { name: "Take all of theirs" }));
  await user.click(pull());
  expect(await screen.findByText("1 of 2 resolved")).toBeInTheDocument();
  expect(screen.getByText(/Someone saved a newer version/)).toBeInTheDocument();
  POST.mockResolvedValue({ data: { saved: { number: 5 }, draft: "followed" }, response: new Response(null, { status: 201 }) });
  await user.click(screen.getByRole("button", { name: "Keep all of mine" }));
  await user.click(pull());
  expect(sent()).toMatchObject({ to: 6, onto: 4 });
});

test("reuses the idempotency key for a retry, and a new one for other notes", async () => {
  const fault = new ApiError(500, { code: "internal_error" });
  POST.mockRejectedValueOnce(fault)
    .mockRejectedValueOnce(fault)
    .mockResolvedValue({ data: { saved: { number: 4 }, draft: "followed" }, response: new Response(null, { status: 201 }) });
  show([]);
  const asked = () => POST.mock.calls.map(([, { params }]) => params.header["Idempotency-Key"] as string);
  const press = async () => {
    await userEvent.click(pull());
    await waitFor(() => expect(pull()).not.toHaveAttribute("aria-busy"));
  };
  await press();
  await press();
  await userEvent.type(screen.getByRole("textbox"), "What is new");
  await userEvent.click(pull());
  await waitFor(() => expect(push).toHaveBeenCalled());
  const [first, again, other] = asked();
  expect(again).toBe(first);
  expect(other).not.toBe(first);
});
