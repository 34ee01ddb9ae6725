import { render, screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { NextIntlClientProvider } from "next-intl";
import { expect, test, vi } from "vitest";
import { ApiError } from "@/lib/api/problem";
import common from "../../../../messages/en/common.json";
import errors from "../../../../messages/en/errors.json";
import workflow_remix from "../../../../messages/en/workflow_remix.json";
import { RemixDialog } from "./remix-dialog";

const push = vi.fn();
const POST = vi.hoisted(() => vi.fn());
vi.mock("next/navigation", () => ({ useRouter: () => ({ push }) }));
vi.mock("../browser-api", () => ({
  loadEditableProjects: () => Promise.resolve([{ project_id: "p1", handle: "bo", slug: "bees", title: "Bees" }]),
}));
vi.mock("@/lib/api/browser", async () => ({
  ...(await vi.importActual<typeof import("@/lib/api/browser")>("@/lib/api/browser")),
  browserApi: { POST },
}));

test("remixes into a new project by default; reports a taken title once", async () => {
  POST.mockRejectedValueOnce(new ApiError(409, { code: "slug_taken", detail: "You have that already." }))
    .mockResolvedValueOnce({ data: { handle: "bo", slug: "talks" } })
    .mockResolvedValueOnce({ data: { handle: "bo", project: "talks", slug: "talk" } });
  render(
    <NextIntlClientProvider locale="en" messages={{ common, errors, workflow_remix }}>
      <RemixDialog address={{ handle: "ada", slug: "clock", workflow: "talk" }} version={2} title="Talk" viewer="bo" open onClose={vi.fn()} />
    </NextIntlClientProvider>,
  );
  const where = await screen.findByRole("combobox", { name: "Where do you want to save it?" });
  expect(within(where).getAllByRole("option").map(({ textContent }) => textContent)).toEqual(["A new project", "Bees"]);
  expect(where).toHaveDisplayValue("A new project");
  expect(screen.getByLabelText("Title of the new project")).toHaveValue("Talk");

  await userEvent.click(screen.getByRole("button", { name: "Remix" }));
  expect(await screen.findAllByText("You have that already.")).toHaveLength(1);
  await userEvent.click(screen.getByRole("button", { name: "Remix" }));
  await waitFor(() => expect(push).toHaveBeenCalledWith("/projects/bo/talks/workflows/talk/edit"));
  expect(POST.mock.lastCall?.[1]).toMatchObject({ body: { project: "bo/talks", version: "2" } });
});
