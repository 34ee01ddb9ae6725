import { fireEvent, render, screen, waitFor } from "@testing-library/react";
import { NextIntlClientProvider } from "next-intl";
import { afterEach, expect, it, vi } from "vitest";
import common from "../../../../messages/en/common.json";
import errors from "../../../../messages/en/errors.json";
import words from "../../../../messages/en/workflow_delete.json";
import { DeleteWorkflow } from "./delete-workflow";

const push = vi.fn();
vi.mock("next/navigation", () => ({ useRouter: () => ({ push }) }));

afterEach(() => vi.unstubAllGlobals());

it("deletes only after the slug was typed", async () => {
  const asked: string[] = [];
  vi.stubGlobal("fetch", (request: Request) => {
    asked.push(`${request.method} ${new URL(request.url).pathname}`);
    return Promise.resolve(new Response(null, { status: 204 }));
  });
  render(
    <NextIntlClientProvider locale="en" timeZone="UTC" messages={{ common, errors, workflow_delete: words }}>
      <DeleteWorkflow address={{ handle: "ada", slug: "clock", workflow: "wind-it" }} title="Wind it" />
    </NextIntlClientProvider>,
  );
  fireEvent.click(screen.getByRole("button", { name: words.open }));
  const field = screen.getByRole("textbox");
  const go = screen.getByRole("button", { name: words.act });

  fireEvent.change(field, { target: { value: "clock" } });
  fireEvent.click(go);
  expect(screen.getByText("This doesn’t match wind-it.")).toBeInTheDocument();
  expect(asked).toEqual([]);

  fireEvent.change(field, { target: { value: "wind-it" } });
  fireEvent.click(go);
  await waitFor(() => expect(push).toHaveBeenCalledWith("/projects/ada/clock"));
  expect(asked).toEqual(["DELETE /api/v1/projects/ada/clock/workflows/wind-it"]);
});
