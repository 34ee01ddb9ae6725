import { render, screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { NextIntlClientProvider } from "next-intl";
import { beforeEach, expect, test, vi } from "vitest";
import { ApiError } from "@/lib/api/problem";
import admin from "../../../../messages/en/admin.json";
import common from "../../../../messages/en/common.json";
import errors from "../../../../messages/en/errors.json";
import moderation from "../../../../messages/en/moderation.json";
import { DecideForm } from "./decide-form";

const refresh = vi.fn();
const POST = vi.hoisted(() => vi.fn());
const GET = vi.hoisted(() => vi.fn());
vi.mock("next/navigation", () => ({ useRouter: () => ({ refresh }) }));
vi.mock("@/lib/api/browser", async () => ({
  ...(await vi.importActual<typeof import("@/lib/api/browser")>("@/lib/api/browser")),
  browserApi: { POST, GET },
}));

const CASE = {
  case_id: "c1",
  target: { kind: "project", target_id: "p1", handle: "ada", slug: "clock", workflow: null, author: "ada", standing: "published" },
  status: "open",
  reports: 2,
  reasons: ["copyright", "spam"],
  opened_at: "2026-11-01T10:00:00Z",
  updated_at: "2026-11-01T10:00:00Z",
  settled_at: null,
  settled_by: null,
  outcome: null,
  answer: "",
} as unknown as Parameters<typeof DecideForm>[0]["found"];

function show() {
  render(
    <NextIntlClientProvider locale="en" messages={{ common, errors, admin, moderation }}>
      <DecideForm found={CASE} />
    </NextIntlClientProvider>,
  );
}

const decide = () => screen.getByRole("button", { name: "Decide" });

vi.setConfig({ testTimeout: 20_000 });
beforeEach(() => {
  localStorage.clear();
  POST.mockReset();
  GET.mockReset();
  refresh.mockReset();
});

test("requires a decision", async () => {
  show();
  await userEvent.click(decide());
  expect(screen.getByRole("alert")).toHaveTextContent("Choose a decision.");
  expect(POST).not.toHaveBeenCalled();
});

test("removes with the reported reason and a note for the owner", async () => {
  POST.mockResolvedValue({ data: CASE });
  show();
  await userEvent.click(screen.getByRole("radio", { name: /Remove the project/ }));
  expect(screen.getByLabelText("Reason")).toHaveValue("copyright");
  await userEvent.type(screen.getByLabelText(/Note for @ada/), "Not yours. ");
  await userEvent.type(screen.getByLabelText(/Reply to the reporters/), "Thank you.");
  await userEvent.click(decide());
  expect(POST).toHaveBeenCalledWith("/api/v1/admin/reports/{case_id}/action", {
    params: { path: { case_id: "c1" } },
    body: { outcome: "removed", reason: "copyright", note: "Not yours.", answer: "Thank you." },
  });
  expect(refresh).toHaveBeenCalled();
});

test("dismisses with only a reply", async () => {
  POST.mockResolvedValue({ data: CASE });
  show();
  await userEvent.click(screen.getByRole("radio", { name: /nothing is wrong/ }));
  expect(screen.queryByLabelText("Reason")).toBeNull();
  await userEvent.click(decide());
  expect(POST).toHaveBeenCalledWith("/api/v1/admin/reports/{case_id}/dismiss", { params: { path: { case_id: "c1" } }, body: { answer: "" } });
});

test("shows an earlier decision and keeps the input", async () => {
  POST.mockRejectedValue(new ApiError(409, { code: "decided", detail: "It was actioned already." }));
  GET.mockResolvedValue({ data: { case: { ...CASE, status: "actioned", settled_by: "grace", outcome: "removed" } } });
  show();
  await userEvent.click(screen.getByRole("radio", { name: /Handled otherwise/ }));
  await userEvent.type(screen.getByLabelText(/Reply to the reporters/), "We spoke.");
  await userEvent.click(decide());
  expect(await screen.findByText("@grace already decided: Removed")).toBeInTheDocument();
  expect(screen.getByLabelText(/Reply to the reporters/)).toHaveValue("We spoke.");
  expect(refresh).not.toHaveBeenCalled();
  await userEvent.click(screen.getByRole("button", { name: "View decision" }));
  expect(refresh).toHaveBeenCalled();
});
