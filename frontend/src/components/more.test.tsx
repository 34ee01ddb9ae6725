import { act, render, screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { expect, test, vi } from "vitest";
import { MoreLink, type NextPage, useMore } from "./more";

const WORDS = { more: "More", loading: "Loading", failed: "It failed." };

let lists = 0;

function List({ list, first = "c1", load }: { list: string; first?: string | null; load: (cursor: string) => Promise<NextPage> }) {
  const more = useMore(list, first, load);
  return (
    <>
      <ul>{more.items}</ul>
      <MoreLink more={more} base={list} rel="nofollow" words={WORDS} className="" linkClass="" />
    </>
  );
}

/** Address of a list that no other test has loaded. */
const fresh = () => `/?sort=new&list=${++lists}`;

const page = (name: string, next: string | null): NextPage => ({ items: <li>{name}</li>, next });

test("appends each page once until the end", async () => {
  let answer: (page: NextPage) => void = () => undefined;
  const load = vi.fn(() => new Promise<NextPage>((resolve) => (answer = resolve)));
  const list = fresh();
  render(<List list={list} load={load} />);
  expect(screen.getByRole("link")).toHaveAttribute("href", `${list}&cursor=c1`);
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

test("reports a failure and can retry", async () => {
  const load = vi.fn().mockRejectedValueOnce(new Error()).mockResolvedValueOnce(page("second", null));
  render(<List list={fresh()} load={load} />);
  await userEvent.click(screen.getByText("More"));
  expect(await screen.findByText("It failed.")).toHaveAttribute("role", "status");
  await userEvent.click(screen.getByText("More"));
  expect(await screen.findByText("second")).toBeVisible();
});

test("another list in its place drops the previous pages", async () => {
  const load = vi.fn().mockResolvedValue(page("second", null));
  const list = fresh();
  const { rerender } = render(<List list={list} load={load} />);
  await userEvent.click(screen.getByText("More"));
  await screen.findByText("second");
  rerender(<List list="/?sort=top" load={load} />);
  expect(screen.queryByText("second")).toBeNull();
  expect(screen.getByRole("link")).toHaveAttribute("href", "/?sort=top&cursor=c1");
  rerender(<List list={list} load={load} />);
  expect(screen.getByText("second")).toBeVisible();
});

test("ignores late results and failures of a previous list", async () => {
  let answer: (page: NextPage) => void = () => undefined;
  let refuse: (error: Error) => void = () => undefined;
  const load = vi.fn(
    () =>
      new Promise<NextPage>((resolve, reject) => {
        answer = resolve;
        refuse = reject;
      }),
  );
  const [one, other] = [fresh(), fresh()];
  const { rerender } = render(<List list={one} load={load} />);
  await userEvent.click(screen.getByText("More"));
  rerender(<List list={other} load={load} />);
  await act(async () => answer(page("of one", null)));
  expect(screen.queryByText("of one")).toBeNull();
  await userEvent.click(screen.getByText("More"));
  rerender(<List list={one} load={load} />);
  await act(async () => refuse(new Error()));
  expect(screen.getByText("of one")).toBeVisible();
  expect(screen.queryByText("It failed.")).toBeNull();
});

test("restores the loaded pages of an unchanged list", async () => {
  const load = vi.fn().mockResolvedValueOnce(page("second", "c2")).mockResolvedValueOnce(page("third", null));
  const list = fresh();
  const first = render(<List list={list} load={load} />);
  await userEvent.click(screen.getByText("More"));
  await screen.findByText("second");
  first.unmount();
  const again = render(<List list={list} load={load} />);
  expect(screen.getByText("second")).toBeVisible();
  await userEvent.click(screen.getByText("More"));
  expect(await screen.findByText("third")).toBeVisible();
  expect(load.mock.calls).toEqual([["c1"], ["c2"]]);
  again.unmount();
  render(<List list={list} first="c9" load={load} />);
  expect(screen.queryByText("second")).toBeNull();
});
