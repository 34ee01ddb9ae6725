import { render, screen, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { NextIntlClientProvider } from "next-intl";
import { beforeEach, expect, test, vi } from "vitest";
import { ApiError } from "@/lib/api/problem";
import admin from "../../../../messages/en/admin.json";
import common from "../../../../messages/en/common.json";
import errors from "../../../../messages/en/errors.json";
import moderation from "../../../../messages/en/moderation.json";
import { MakerActions } from "./maker-actions";

const PUT = vi.hoisted(() => vi.fn());
vi.mock("@/lib/api/browser", async () => ({
  ...(await vi.importActual<typeof import("@/lib/api/browser")>("@/lib/api/browser")),
  browserApi: { PUT },
}));

type Maker = Parameters<typeof MakerActions>[0]["maker"];

function show(maker: Partial<Maker> = {}) {
  render(
    <NextIntlClientProvider locale="en" messages={{ common, errors, admin, moderation }}>
      <MakerActions maker={{ handle: "ada", role: "maker", status: "active", ...maker }} own={false} />
    </NextIntlClientProvider>,
  );
}

const dialog = () => within(screen.getByRole("dialog"));

vi.setConfig({ testTimeout: 20_000 });
beforeEach(() => {
  PUT.mockReset();
});

test("suspends with a reason after confirmation, then offers to end it", async () => {
  PUT.mockResolvedValue({});
  show();
  await userEvent.click(screen.getByRole("button", { name: "Suspend @ada" }));
  expect(PUT).not.toHaveBeenCalled();
  await userEvent.selectOptions(dialog().getByLabelText("Reason"), "harassment");
  await userEvent.click(dialog().getByRole("button", { name: "Suspend" }));
  expect(PUT).toHaveBeenCalledWith("/api/v1/admin/makers/{handle}/suspension", {
    params: { path: { handle: "ada" }, query: { reason: "harassment" } },
  });
  expect(await screen.findByRole("button", { name: "End suspension @ada" })).toBeInTheDocument();
});

test("cannot demote the last admin", async () => {
  PUT.mockRejectedValue(new ApiError(409, { code: "last_admin", detail: "You are the only admin." }));
  show({ role: "admin" });
  await userEvent.click(screen.getByRole("button", { name: "Remove admin role @ada" }));
  await userEvent.click(dialog().getByRole("button", { name: "Remove admin role" }));
  expect(await dialog().findByRole("alert")).toHaveTextContent("You are the only admin.");
  expect(screen.getByText("admin", { selector: "span" })).toBeInTheDocument();
});

test("offers no actions on a deleted maker", () => {
  show({ status: "deleted" });
  expect(screen.queryByRole("button")).toBeNull();
});
