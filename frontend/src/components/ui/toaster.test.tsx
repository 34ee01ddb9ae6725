import { act, fireEvent, render, screen } from "@testing-library/react";
import { beforeEach, expect, test, vi } from "vitest";
import { clearToasts, leaveToasts, toast } from "@/lib/toast";
import { Toaster } from "./toaster";

const at = vi.hoisted(() => ({ path: "/clock/edit" }));
vi.mock("next/navigation", () => ({ usePathname: () => at.path }));

beforeEach(() => {
  clearToasts();
  leaveToasts("/elsewhere");
  at.path = "/clock/edit";
});

const said = () => screen.queryAllByRole("paragraph").map(({ textContent }) => textContent);

test("a link action is a link; other actions disappear with their page", () => {
  const { rerender } = render(<Toaster close="Close" />);
  const go = (path: string) => {
    at.path = path;
    rerender(<Toaster close="Close" />);
  };
  act(() => {
    toast("Saved.");
    toast("Version 2 is saved.", { action: { label: "Look at it", href: "/clock/versions/2" } });
    toast("Clock is deleted.", { action: { label: "Restore", act: vi.fn(), page: "/me" } });
  });
  expect(screen.getByRole("link", { name: "Look at it" })).toHaveAttribute("href", "/clock/versions/2");
  go("/clock/edit");
  expect(said()).toEqual(["Saved.", "Version 2 is saved.", "Clock is deleted."]);
  go("/me");
  expect(said()).toEqual(["Saved.", "Clock is deleted."]);
  expect(screen.getByRole("button", { name: "Restore" })).toBeVisible();
  go("/");
  expect(said()).toEqual(["Saved."]);
});

test("sending a form removes earlier success toasts", () => {
  render(
    <>
      <form aria-label="Clock" onSubmit={(event) => event.preventDefault()} />
      <Toaster close="Close" />
    </>,
  );
  act(() => {
    toast("Saved.");
    toast("The changes are discarded.", { action: { label: "Undo", act: vi.fn() } });
    toast("Something failed.", { look: "danger" });
  });
  fireEvent.submit(screen.getByRole("form"));
  expect(said()).toEqual(["The changes are discarded.", "Something failed."]);
});
