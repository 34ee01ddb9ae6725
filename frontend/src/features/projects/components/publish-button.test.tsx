import { render, screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { NextIntlClientProvider } from "next-intl";
import { expect, test, vi } from "vitest";
import { Toaster } from "@/components/ui/toaster";
import { ApiError } from "@/lib/api/problem";
import errors from "../../../../messages/en/errors.json";
import project_acts from "../../../../messages/en/project_acts.json";
import { PublishButton } from "./publish-button";

const POST = vi.hoisted(() => vi.fn());
vi.mock("next/navigation", () => ({ useRouter: () => ({ refresh: vi.fn() }), usePathname: () => "/projects/ada/clock" }));
vi.mock("@/lib/api/browser", async () => ({
  ...(await vi.importActual<typeof import("@/lib/api/browser")>("@/lib/api/browser")),
  browserApi: { POST },
}));

test("does not publish an empty project, and links to the form", async () => {
  POST.mockRejectedValue(new ApiError(422, { code: "invalid_input", errors: [{ pointer: "/tagline", code: "required", message: "…" }] }));
  render(
    <NextIntlClientProvider locale="en" messages={{ errors, project_acts }}>
      <PublishButton handle="ada" slug="clock" />
      <Toaster close="Close" />
    </NextIntlClientProvider>,
  );
  await userEvent.click(screen.getByRole("button", { name: "Publish" }));
  expect(await screen.findByText(/before you publish/)).toBeVisible();
  expect(screen.queryByText(/marked fields/)).toBeNull();
  expect(screen.getByRole("link", { name: "Edit" })).toHaveAttribute("href", "/projects/ada/clock/edit");
});
