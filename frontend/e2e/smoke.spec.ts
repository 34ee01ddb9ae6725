import { DEMO, expect, test } from "./fixtures";

test("a visitor finds the demo projects on the home page @phone", async ({ visitor, api }) => {
  const { data } = await api.get("/projects?sort=hot&limit=3");
  expect(data).toHaveLength(3);
  await visitor.goto("/");
  for (const project of data) await expect(visitor.getByRole("link", { name: project.title }).first()).toBeVisible();
});

test("going back to a list restores its pages and position @phone", async ({ visitor }) => {
  await visitor.goto("/?sort=new");
  const rows = visitor.getByRole("main").getByRole("heading", { level: 3 });
  const first = await rows.count();
  await visitor.getByRole("link", { name: "More", exact: true }).click();
  await expect.poll(() => rows.count()).toBeGreaterThan(first);
  const all = await rows.allTextContents();
  const last = rows.last().getByRole("link");
  await last.click();
  await expect(visitor.getByRole("heading", { level: 1, name: all.at(-1) })).toBeVisible();
  await visitor.goBack();
  await expect(rows).toHaveText(all);
  await expect(last).toBeInViewport();
});

test("a maker logs in and stays logged in", async ({ page, login }) => {
  await login(page, DEMO.maker);
  await page.goto("/");
  await expect(page.getByRole("link", { name: /log in/i })).toHaveCount(0);
  expect(await page.evaluate(() => document.cookie)).not.toMatch(/access|refresh/);
});

test("a new maker confirms by mail and logs in", async ({ page, login, signUp, api }) => {
  const person = await signUp();
  await login(page, person.email);
  expect((await api.as(person.email).get("/me")).handle).toBe(person.handle);
});

test("the web works while the API is unavailable", async ({ page, outage }) => {
  await page.goto(outage.url);
  await outage.kill();
  expect((await page.request.get(`${outage.url}/api/v1/projects`)).status()).toBe(503);
  await outage.start();
  await expect(async () => {
    expect((await page.request.get(`${outage.url}/api/v1/projects`)).status()).toBe(200);
  }).toPass();
});
