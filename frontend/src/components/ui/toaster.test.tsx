import { act, render, screen } from "@testing-library/react";
import { expect, test, vi } from "vitest";
import { toast } from "@/lib/toast";
import { Toaster } from "./toaster";

const at = vi.hoisted(() => ({ path: "/clock/edit" }));
vi.mock("next/navigation", () => ({ usePathname: () => at.path }));

const said = () => screen.queryAllByRole("paragraph").map(({ textContent }) => textContent);

test("what leads somewhere is a link; what can be done goes with the page where it can be", () => {
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
