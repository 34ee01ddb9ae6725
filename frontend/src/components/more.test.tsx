import { render, screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { expect, test, vi } from "vitest";
import { MoreLink, type NextPage, useMore } from "./more";

const WORDS = { more: "More", loading: "Loading", failed: "It failed." };

function List({ list = "/?sort=new", first = "c1", load }: { list?: string; first?: string | null; load: (cursor: string) => Promise<NextPage> }) {
  const more = useMore(list, first, load);
  return (
    <>
      <ul>{more.items}</ul>
      <MoreLink more={more} base={list} rel="nofollow" words={WORDS} className="" linkClass="" />
    </>
  );
}

const page = (name: string, next: string | null): NextPage => ({ items: <li>{name}</li>, next });

test("pages come below each other, each once, until there are no more", async () => {
  let answer: (page: NextPage) => void = () => undefined;
  const load = vi.fn(() => new Promise<NextPage>((resolve) => (answer = resolve)));
  render(<List load={load} />);
  expect(screen.getByRole("link")).toHaveAttribute("href", "/?sort=new&cursor=c1");
  await userEvent.click(screen.getByText("More"));
  await userEvent.click(screen.getByText("Loading"));
  expect(load.mock.calls).toEqual([["c1"]]);
  answer(page("second", "c2"));
  await userEvent.click(await screen.findByText("More"));
  answer(page("third", null));
  expect(await screen.findByText("third")).toBeVisible();
  expect(screen.getByText("second")).toBeVisible();
  expect(screen.queryByRole("link")).toBeNull();
});

test("what fails is told, and can be pressed again", async () => {
  const load = vi.fn().mockRejectedValueOnce(new Error()).mockResolvedValueOnce(page("second", null));
  render(<List load={load} />);
  await userEvent.click(screen.getByText("More"));
  expect(await screen.findByText("It failed.")).toHaveAttribute("role", "status");
  await userEvent.click(screen.getByText("More"));
  expect(await screen.findByText("second")).toBeVisible();
});

test("another list in its place does not keep the pages of the one before", async () => {
  const load = vi.fn().mockResolvedValue(page("second", null));
  const { rerender } = render(<List load={load} />);
  await userEvent.click(screen.getByText("More"));
  await screen.findByText("second");
  rerender(<List list="/?sort=top" load={load} />);
  expect(screen.queryByText("second")).toBeNull();
  expect(screen.getByRole("link")).toHaveAttribute("href", "/?sort=top&cursor=c1");
});
