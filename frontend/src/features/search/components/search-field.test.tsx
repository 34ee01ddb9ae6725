import { fireEvent, render, screen, waitFor } from "@testing-library/react";
import { afterEach, describe, expect, it, vi } from "vitest";
import { SearchField } from "./search-field";

const words = {
  label: "Search",
  hint: "Search",
  suggestions: "Suggestions",
  types: { project: "Project", maker: "Maker", tag: "Tag", tool: "Tool" },
};

function answers(data: unknown) {
  // Mock only the network.
  vi.stubGlobal("fetch", vi.fn(() => Promise.resolve(Response.json({ data }))));
}

afterEach(() => vi.unstubAllGlobals());

describe("the search field", () => {
  it("suggests names and announces the selected one", async () => {
    answers([
      { type: "tool", text: "Tabnine", path: "/api/v1/tools/tabnine" },
      { type: "project", text: "Talking multimeter", path: "/api/v1/projects/harold/talking-multimeter" },
    ]);
    render(<SearchField words={words} />);
    const field = screen.getByRole("combobox", { name: "Search" });
    fireEvent.change(field, { target: { value: "ta" } });
    expect(await screen.findAllByRole("option")).toHaveLength(2);
    expect(field).toHaveAttribute("aria-expanded", "true");

    fireEvent.keyDown(field, { key: "ArrowDown" });
    expect(screen.getByRole("option", { selected: true })).toHaveTextContent("Tabnine");
    fireEvent.keyDown(field, { key: "ArrowUp" });
    expect(screen.queryByRole("option", { selected: true })).toBeNull();
    fireEvent.keyDown(field, { key: "ArrowUp" });
    expect(screen.getByRole("option", { selected: true })).toHaveTextContent("Talking multimeter");

    fireEvent.keyDown(field, { key: "Escape" });
    await waitFor(() => expect(field).toHaveAttribute("aria-expanded", "false"));
    expect(field).toHaveValue("ta");
  });

  it("works as a plain field while the server is unavailable", async () => {
    vi.stubGlobal("fetch", vi.fn(() => Promise.reject(new TypeError("fetch failed"))));
    render(<SearchField words={words} />);
    const field = screen.getByRole("combobox");
    fireEvent.change(field, { target: { value: "late train" } });
    await waitFor(() => expect(fetch).toHaveBeenCalled());
    expect(field).toHaveValue("late train");
    expect(screen.queryAllByRole("option")).toHaveLength(0);
  });
});
