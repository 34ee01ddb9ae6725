/** The API is down for ten seconds while a maker writes: the pages say so, lose nothing and recover. */
import type { Page } from "@playwright/test";
import { Desk, open, unique, usable } from "./arrange";
import { expect, test } from "./fixtures";

const AWAY = "Can’t reach the server. Your text is kept. Trying again…";
const TEN_SECONDS = 10_000;

test("the editor, a comment and a new project survive ten seconds without the API", async ({ page, outage, login, signUp, api }) => {
  test.setTimeout(90_000);
  const person = await signUp();
  const desk = new Desk(api, person.email);
  const project = await desk.project();
  const workflow = await desk.workflow(project);
  await login(page, person.email, { at: outage.url });
  const [editor, comment, form] = [page, await page.context().newPage(), await page.context().newPage()];
  await open(editor, `${outage.url}${workflow}/edit`);
  await open(comment, `${outage.url}${project.path}`);
  await open(form, `${outage.url}/projects/new`);
  const prompt = editor.getByRole("region", { name: "1 of 2" }).getByLabel("Prompt");
  const words = comment.getByLabel("Your comment");
  const [text, title] = [unique("Written while it was away"), unique("Made while it was away")];
  await prompt.fill("Before. ");
  await expect(editor.locator("[data-save-state=saved]")).toBeVisible();

  await outage.kill();
  const since = Date.now();
  await test.step("what is typed is kept, and it is said that it is not saved", async () => {
    await prompt.press("Control+End");
    await prompt.pressSequentially("While it was away, of {{topic}}.");
    await expect(editor.getByText("Not saved: can’t reach the server. Your text is kept.").first()).toBeVisible();
    await noticed(editor);
    await words.fill(text);
    await comment.getByRole("button", { name: "Post comment" }).click();
    await noticed(comment);
    await form.getByLabel("Title").fill(title);
    await form.getByRole("button", { name: "Save as draft" }).click();
    await noticed(form);
  });

  await test.step("a page that is read anew meanwhile says so, and shows itself later", async () => {
    editor.once("dialog", (leave) => void leave.accept());
    await editor.reload();
    await expect(editor.getByRole("alert").filter({ hasText: /server/i })).toBeVisible();
  });
  await expect.poll(() => Date.now() - since, { timeout: 2 * TEN_SECONDS }).toBeGreaterThan(TEN_SECONDS);
  await expect(words).toHaveValue(text);
  await expect(form.getByLabel("Title")).toHaveValue(title);

  await outage.start();
  await test.step("everything arrives by itself, once", async () => {
    await expect(editor.getByRole("region", { name: "1 of 2" }).getByLabel("Prompt")).toHaveValue("Before. While it was away, of {{topic}}.", { timeout: 30_000 });
    await expect.poll(async () => (await desk.draft(workflow)).steps[0]?.template).toBe("Before. While it was away, of {{topic}}.");
    const said = async () => (await api.get(`${project.path}/comments`)).data.filter((one: { body: string }) => one.body === text).length;
    await expect.poll(said, { timeout: 30_000 }).toBe(1);
    const made = async () => (await api.as(person.email).get("/me/projects")).data.filter((one: { title: string }) => one.title === title).length;
    await expect.poll(made, { timeout: 30_000 }).toBe(1);
    for (const tab of [editor, comment, form]) await expect(tab.getByText(AWAY)).toBeHidden({ timeout: 30_000 });
    await expect(form).toHaveURL(new RegExp(`/projects/${person.handle}/`));
    await expect(comment.getByText(text).first()).toBeVisible();
  });
});

test("unsaved text is restored after a reload and a crash", async ({ page, outage, login, signUp, api }) => {
  test.setTimeout(90_000);
  const person = await signUp();
  const project = await new Desk(api, person.email).project();
  await login(page, person.email, { at: outage.url });
  const [comment, form] = [page, await page.context().newPage()];
  await open(comment, `${outage.url}${project.path}`);
  await open(form, `${outage.url}/projects/new`);
  await outage.kill();
  await comment.getByLabel("Your comment").fill("Half a thought");
  await form.getByLabel("Title").fill("Half a project");
  await form.getByLabel("Tagline").fill("That nobody has sent");
  await kept(comment, "Half a thought");
  await kept(form, "That nobody has sent");
  // Reload both while the API is down.
  for (const tab of [comment, form]) {
    await tab.reload();
    await expect(tab.getByRole("alert").filter({ hasText: /server/i })).toBeVisible();
  }
  await outage.start();
  await expect(comment.getByLabel("Your comment")).toHaveValue("Half a thought", { timeout: 30_000 });
  await expect(form.getByLabel("Title")).toHaveValue("Half a project", { timeout: 30_000 });
  await expect(form.getByLabel("Tagline")).toHaveValue("That nobody has sent");
  await usable(form);
  await form.getByRole("button", { name: "Save as draft" }).click();
  await expect(form).toHaveURL(new RegExp(`/projects/${person.handle}/half-a-project`));
  // After sending, the next form is empty.
  await open(form, `${outage.url}/projects/new`);
  await expect(form.getByLabel("Title")).toHaveValue("");
});

async function noticed(page: Page): Promise<void> {
  await expect(page.getByText(AWAY)).toBeVisible();
}

/** Input is stored after a short delay. */
async function kept(page: Page, text: string): Promise<void> {
  await expect.poll(() => page.evaluate(() => JSON.stringify({ ...localStorage }))).toContain(text);
}
