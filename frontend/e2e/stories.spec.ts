/** The ten user stories of the product, through the pages. */
import type { Page } from "@playwright/test";
import { type Content, Desk, TWO_STEPS, unique } from "./arrange";
import { expect, PASSWORD, test } from "./fixtures";

test("1. register and publish a first project, through pages and mail only", async ({ page, browser, mailbox, api }) => {
  const handle = unique("maker").replace(" ", "-");
  const email = `${handle}@example.org`;
  const title = unique("A plan for the allotment");

  await page.goto("/");
  await page.getByRole("link", { name: "Join" }).first().click();
  await page.getByLabel("Handle").fill(handle);
  await page.getByLabel("E-mail address").fill(email);
  await page.getByRole("button", { name: "Continue" }).click();
  await expect(page.getByText("Check your inbox")).toBeVisible();

  const link = (await mailbox.wait(email)).links.find((found) => found.includes("#"));
  await page.goto(link ?? "no link");
  // The page shows the handle. The maker chooses the password here and sees a hint about its strength.
  await expect(page.getByLabel("Handle")).toHaveValue(handle);
  await page.getByLabel("Password", { exact: true }).fill("Password123!");
  await expect(page.getByText("Easy to guess. Add one or two random words.")).toBeVisible();
  await page.getByLabel("Password", { exact: true }).fill(PASSWORD);
  await expect(page.getByText("Strong enough")).toBeVisible();
  await page.getByRole("button", { name: "Create account" }).click();
  await expect(page.getByLabel(`Your account, ${handle}`)).toBeVisible();

  await page.getByRole("link", { name: "New project" }).first().click();
  await page.getByLabel("Title").fill(title);
  await page.getByLabel("Tagline").fill("What to sow, when, for one small plot");
  await page.getByLabel("License").fill("Mine");
  await page.getByRole("button", { name: "Save as draft" }).click();
  await expect(page.getByText("Use an identifier from the SPDX license list")).toBeVisible();
  await page.getByLabel("License").fill("cc-by-4.0");
  await page.getByRole("button", { name: "Save as draft" }).click();
  await expect(page).toHaveURL(new RegExp(`/projects/${handle}/`));
  const project = new URL(page.url()).pathname.split("/").slice(0, 4).join("/");

  await page.goto(`${project}/workflows/new`);
  await page.getByRole("radio", { name: /Paste a prompt/ }).check();
  await page.getByLabel("Title").fill("A month on the plot");
  await page.getByLabel("Your prompt").fill("Tell me what to do in {{month}} on {{size}} m².");
  await page.getByRole("button", { name: "Create and edit" }).click();
  await saveVersion(page, "The first one");

  await page.goto(project);
  await page.getByRole("button", { name: "Publish" }).first().click();
  await expect(page.getByText("Published. Everyone with access can see it now.")).toBeVisible();
  await expect.poll(async () => (await api.as(email).get(project)).status).toBe("published");

  const visitor = await (await browser.newContext()).newPage();
  await visitor.goto("/?sort=new&license=CC-BY-4.0");
  await visitor.getByRole("link", { name: title }).click();
  await expect(visitor.getByRole("heading", { name: title, level: 1 })).toBeVisible();
  await expect(visitor.getByRole("link", { name: "License CC-BY-4.0" })).toHaveAttribute("href", "/?license=CC-BY-4.0");
  await visitor.getByRole("link", { name: "A month on the plot" }).click();
  await expect(visitor.getByLabel(/month/)).toBeVisible();
  await visitor.context().close();
});

test("2. paste a multi-step prompt: fields become a form, an unknown name is flagged at its step", async ({ page, login, signUp, api }) => {
  const person = await signUp();
  const desk = new Desk(api, person.email);
  const path = await desk.workflow(await desk.project(), { variables: [], steps: [] }, { saved: false });
  await login(page, person.email);
  await page.goto(`${path}/edit`);

  await page.getByRole("button", { name: "Paste a multi-step prompt" }).first().click();
  const dialog = page.getByRole("dialog", { name: "Paste a multi-step prompt" });
  await dialog.getByLabel("Your prompt").fill(
    ["## Step 1: Collect", "Collect ten facts about {{topic}}.", "", "## Step 2: Write", "Write for [target audience], in {{words}} words."].join("\n"),
  );
  await expect(dialog.getByText("topic, target_audience, words")).toBeVisible();
  await dialog.getByRole("button", { name: "Add 2 steps" }).click();

  const second = page.getByRole("region", { name: "2 of 2" });
  await expect(second.getByLabel("Step title")).toHaveValue("Write");
  const prompt = second.getByLabel("Prompt");
  await expect(prompt).toHaveValue("Write for {{target_audience}}, in {{words}} words.");
  await prompt.press("Control+End");
  await prompt.pressSequentially(" Sound {{tnoe}}.");

  // Only at its own step.
  await expect(second.getByText("{{tnoe}} isn’t a field or an earlier answer.")).toBeVisible();
  await expect(page.getByRole("region", { name: "1 of 2" }).getByText("isn’t a field or an earlier answer")).toHaveCount(0);
  await expect(page.getByRole("button", { name: /Step 2:.*\{\{tnoe\}\} isn’t a field/ })).toBeVisible();

  // Saving a version fails, and the problem leads to its field.
  await page.getByRole("button", { name: "Save version" }).click();
  const version = page.getByRole("dialog", { name: "Save a version" });
  await version.getByRole("button", { name: /Step 2:.*tnoe/ }).click();
  await expect(prompt).toBeFocused();

  await second.getByRole("button", { name: "Add field tnoe" }).click();
  await expect(page.getByText("Ready to save.")).toBeVisible();
  await saveVersion(page, "Taken apart");
  expect((await desk.version(path)).variables.map((variable) => variable.name).sort()).toEqual(["target_audience", "tnoe", "topic", "words"]);

  await page.goto(path);
  for (const label of [/^topic/, /^Target audience/, /^words/, /^tnoe/]) await expect(page.getByRole("textbox", { name: label })).toBeVisible();
});

test("3. a visitor fills in the form and copies the prompts @phone", async ({ visitor, signUp, api }) => {
  const content: Content = {
    variables: [
      { name: "topic", label: "Topic", required: true },
      { name: "notes", type: "long_text", label: "Notes" },
      { name: "count", type: "number", label: "How many", default: "3" },
      { name: "tone", type: "choice", label: "Tone", choices: ["dry", "warm & “near”"], required: true },
      { name: "short", type: "boolean", label: "Keep it short", required: true },
    ],
    steps: [
      { key: "list", title: "List", template: "List {{count}} things about {{topic}}, {{tone}}.\n\nShort: {{short}}\n{{notes}}", output: "things" },
      { key: "write", title: "Write", template: "Write it up:\n\n{{things}}\n\nLiterally \\{{topic}}, about {{topic}}." },
    ],
  };
  const desk = new Desk(api, (await signUp()).email);
  const path = await desk.workflow(await desk.project(), content);
  await visitor.context().grantPermissions(["clipboard-read", "clipboard-write"]);
  await visitor.goto(path);

  const inputs = { topic: "<b>tea</b> & 茶", notes: "one\n  two\n\tthree {{topic}}", count: 7, tone: "warm & “near”", short: true };
  await visitor.getByLabel("Topic").fill(inputs.topic);
  await visitor.getByLabel("Notes").fill(inputs.notes);
  await visitor.getByLabel("How many").fill("7");
  await visitor.getByLabel("Tone").selectOption(inputs.tone);
  await visitor.getByRole("group", { name: /Keep it short/ }).getByLabel("Yes").check();
  await expect(visitor.getByText("All fields filled in")).toBeVisible();
  const rendered = (body: unknown) => api.post(`${path}/versions/latest/render`, body) as Promise<{ steps: { title: string; text: string }[] }>;
  const copied = () => visitor.evaluate(() => navigator.clipboard.readText());

  const first = (await rendered({ inputs })).steps;
  await expect(visitor.getByTestId("prompt").first()).toHaveText(first[0]?.text ?? "", { useInnerText: true });
  await visitor.getByRole("button", { name: "Copy: step 1, List" }).click();
  await expect(visitor.getByText("Copied", { exact: true })).toBeVisible();
  expect(await copied()).toBe(first[0]?.text);

  // The answer of the first step fills the second.
  await visitor.getByLabel("Answer of step 1").fill("- black\n- green");
  const whole = (await rendered({ inputs, outputs: { things: "- black\n- green" } })).steps;
  await visitor.getByRole("button", { name: "Copy: step 2, Write" }).click();
  await expect.poll(copied).toBe(whole[1]?.text);
  await visitor.getByRole("button", { name: "Copy all steps" }).click();
  await expect.poll(copied).toBe(whole.map((step, at) => `${at + 1}. ${step.title}\n\n${step.text}`).join("\n\n\n"));
});

test("4. save version 2, compare it step by step, and restore version 1 as version 3", async ({ page, login, signUp, api }) => {
  const person = await signUp();
  const desk = new Desk(api, person.email);
  const path = await desk.workflow(await desk.project());
  await login(page, person.email);

  await page.goto(`${path}/edit`);
  const prompt = page.getByRole("region", { name: "1 of 2" }).getByLabel("Prompt");
  await prompt.fill("Outline a talk about {{topic}} in five points.");
  await page.getByRole("button", { name: "Move step 2 up" }).click();
  await page.getByRole("button", { name: "Move step 2 up" }).click();
  await saveVersion(page, "Five points");

  await page.goto(`${path}/versions`);
  const second = page.getByTestId("version").filter({ has: page.getByRole("heading", { name: "Version 2" }) });
  await expect(second).toContainText("Five points");
  await second.getByRole("link", { name: /^Changes/ }).click();
  await expect(page).toHaveURL(/\/diff\?/);
  const change = page.getByRole("main").getByRole("listitem").filter({ has: page.getByRole("heading", { name: "Outline it" }) });
  await expect(change.locator("ins")).toContainText("in five points");
  await expect(page.getByRole("main").getByRole("heading", { name: "Write it" })).toHaveCount(0);

  await page.goto(`${path}/versions`);
  await page.getByRole("button", { name: "Restore: Version 1" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Restore" }).click();
  await expect(page.getByText("Saved as version 3.")).toBeVisible();
  await expect(page.getByRole("heading", { name: "Version 3" })).toBeVisible();
  const [one, three] = [await desk.version(path, 1), await desk.version(path, 3)];
  expect({ ...three, number: 1 }).toEqual(one);
});

test("5. a remix that is behind pulls updates, with a conflict at its step", async ({ page, login, signUp, api }) => {
  const [author, remixer] = [await signUp(), await signUp()];
  const theirs = new Desk(api, author.email);
  const source = await theirs.workflow(await theirs.project());
  await login(page, remixer.email);

  await page.goto(source);
  await page.getByRole("button", { name: "Remix" }).click();
  const dialog = page.getByRole("dialog", { name: "Remix this workflow" });
  await dialog.getByLabel("Title of the new project").fill("My own talks");
  await dialog.getByRole("button", { name: "Remix" }).click();
  await expect(page).toHaveURL(new RegExp(`/projects/${remixer.handle}/my-own-talks/workflows/[^/]+/edit$`));
  const mine = new URL(page.url()).pathname.replace(/\/edit$/, "");

  // Both edit the same step; the author also adds one.
  await page.getByRole("region", { name: "1 of 2" }).getByLabel("Prompt").fill("Outline a talk about {{topic}} for a child.");
  await saveVersion(page, "For children");
  const two: Content = { ...TWO_STEPS, steps: TWO_STEPS.steps.map((step) => (step.key === "outline" ? { ...step, template: "Outline a talk about {{topic}} in five points." } : step)) };
  await theirs.save(source, two, "Five points");
  await theirs.save(source, { ...two, steps: [...two.steps, { key: "check", title: "Check it", template: "Check the facts." }] }, "A check");

  await page.goto(mine);
  await expect(page.getByText("2 versions behind Talk in two steps.")).toBeVisible();
  await page.getByRole("link", { name: "Pull updates" }).click();
  await expect(page.getByRole("heading", { name: "1 conflict" })).toBeVisible();
  const conflict = page.getByRole("listitem").filter({ has: page.getByRole("heading", { name: "Step Outline it" }) });
  await expect(conflict).toContainText("in five points");
  await expect(conflict).toContainText("for a child");

  // Pulling fails while a conflict is unresolved.
  await page.getByRole("button", { name: "Pull updates", exact: true }).click();
  await expect(page.getByText("Resolve all conflicts first.")).toBeVisible();
  await conflict.getByLabel("Write it myself").check();
  await conflict.getByRole("textbox").fill("Outline a talk about {{topic}} for a child, in five points.");
  await page.getByRole("button", { name: "Pull updates", exact: true }).click();
  await expect(page.getByText(/Updates pulled. This is version 3 now./)).toBeVisible();
  const pulled = await new Desk(api, remixer.email).version(mine);
  expect(pulled.number).toBe(3);
  expect(pulled.steps.map((step) => step.key)).toEqual(["outline", "write", "check"]);
  expect(pulled.steps[0]?.template).toBe("Outline a talk about {{topic}} for a child, in five points.");
  await page.goto(mine);
  await expect(page.getByText("versions behind")).toHaveCount(0);
});

test("6. two tabs edit one draft: the second gets 412 and loses nothing", async ({ page, login, signUp, api }) => {
  const person = await signUp();
  const desk = new Desk(api, person.email);
  const path = await desk.workflow(await desk.project());
  await login(page, person.email);
  const other = await page.context().newPage();
  await page.goto(`${path}/edit`);
  await other.goto(`${path}/edit`);
  const field = (tab: Page, step: string) => tab.getByRole("region", { name: step }).getByLabel("Prompt");
  await expect(field(other, "1 of 2")).toHaveValue("Outline a talk about {{topic}}.");

  await page.bringToFront();
  await field(page, "1 of 2").fill("The first tab's outline of {{topic}}.");
  await expect(page.locator("[data-save-state=saved]")).toBeVisible();
  await expect.poll(async () => (await desk.draft(path)).steps[0]?.template).toContain("first tab");

  // The second tab stays in the background, so it does not reload the draft before it saves.
  const refused = other.waitForResponse((answer) => answer.request().method() === "PUT" && answer.url().endsWith("/draft"));
  await field(other, "1 of 2").fill("The second tab's outline of {{topic}}.");
  await field(other, "2 of 2").fill("The second tab's words.\n\n{{outline}}");
  expect((await refused).status()).toBe(412);
  const dialog = other.getByRole("dialog", { name: "Resolve conflicts" });
  await expect(dialog).toContainText("The first tab's outline");
  await expect(dialog).toContainText("The second tab's outline");
  expect((await desk.draft(path)).steps[0]?.template).toBe("The first tab's outline of {{topic}}.");

  // Closed, and the tab reloaded: both texts are still there.
  other.once("dialog", (leave) => void leave.accept());
  await other.reload();
  await expect(dialog).toContainText("The first tab's outline");
  await expect(dialog).toContainText("The second tab's words");
  await dialog.getByRole("group", { name: /Outline it/ }).getByLabel("Theirs").check();
  await dialog.getByRole("button", { name: "Save choices" }).click();
  await expect(other.locator("[data-save-state=saved]")).toBeVisible();
  expect((await desk.draft(path)).steps.map((step) => step.template)).toEqual(["The first tab's outline of {{topic}}.", "The second tab's words.\n\n{{outline}}"]);

  // Undo restores the text that was not chosen.
  await other.getByRole("button", { name: "Undo" }).click();
  await expect(field(other, "1 of 2")).not.toHaveValue("");
});

test("7. a tool's page shows every workflow that uses it", async ({ visitor, signUp, api }) => {
  const tool = "claude";
  const desk = new Desk(api, (await signUp()).email);
  const title = unique("A workflow that uses it");
  const path = await desk.workflow(await desk.project(), { ...TWO_STEPS, steps: TWO_STEPS.steps.map((step) => ({ ...step, tool })) }, { title });
  await visitor.goto(path);
  await visitor.getByRole("main").getByRole("link", { name: "Claude" }).first().click();
  await expect(visitor).toHaveURL(/\/tools\/claude$/);
  await expect(visitor.getByRole("link", { name: title })).toBeVisible();

  const wanted = new Set<string>();
  let cursor: string | null = null;
  do {
    const page: { data: { workflow_id: string; handle: string; project: string; slug: string }[]; next_cursor: string | null } = await api.get(
      `/tools/${tool}/workflows?limit=100${cursor === null ? "" : `&cursor=${encodeURIComponent(cursor)}`}`,
    );
    for (const { handle, project, slug } of page.data) wanted.add(`/projects/${handle}/${project}/workflows/${slug}`);
    cursor = page.next_cursor;
  } while (cursor !== null);
  expect(wanted.size).toBeGreaterThan(20);

  const rows = visitor.getByRole("main").locator("article h3 a");
  const more = visitor.getByRole("link", { name: "More", exact: true });
  while (await more.isVisible()) {
    const before = await rows.count();
    await more.click();
    await expect.poll(() => rows.count()).toBeGreaterThan(before);
  }
  const shown = await rows.evaluateAll((links) => links.map((link) => link.getAttribute("href")));
  for (const path of wanted) expect(shown).toContain(path);
});

test("8. a misspelt search finds the project @phone", async ({ visitor }) => {
  await visitor.goto("/");
  const field = visitor.getByRole("combobox", { name: "Search" });
  await field.fill("talkng multimetr");
  await field.press("Enter");
  await expect(visitor).toHaveURL(/\/search\?q=talkng/);
  await expect(visitor.getByText("Showing results for")).toBeVisible();
  const found = visitor.getByRole("main").locator('h3 a[href="/projects/harold-on-air/talking-multimeter"]');
  await expect(found).toBeVisible();
  await found.click();
  await expect(visitor).toHaveURL(/\/projects\/harold-on-air\/talking-multimeter$/);
});

test("9. log out a lost phone immediately", async ({ page, browser, login, signUp }) => {
  const person = await signUp();
  const phone = await (await browser.newContext({ userAgent: "Mozilla/5.0 (Linux; Android 14; Pixel 8) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/131.0.0.0 Mobile Safari/537.36" })).newPage();
  await login(phone, person.email);
  await login(page, person.email);
  await phone.goto("/me");
  await expect(phone.locator("body[data-maker]")).toBeAttached();

  await page.goto("/settings/sessions");
  const row = page.getByRole("main").getByRole("listitem").filter({ hasText: /Android/ });
  const ended = page.waitForResponse((answer) => answer.request().method() === "DELETE");
  await row.getByRole("button", { name: /log out/i }).click();
  await expect(row).toHaveCount(0);
  expect((await ended).status()).toBe(204);

  // Its token would still be valid for minutes.
  await phone.goto("/me");
  await expect(phone).toHaveURL(/\/login\?next=/);
  await phone.goto("/");
  await expect(phone.locator("body[data-maker]")).toHaveCount(0);
  await page.goto("/me");
  await expect(page.locator("body[data-maker]")).toBeAttached();
  await phone.context().close();
});

test("10. a request repeated after a dropped connection creates one project", async ({ page, login, signUp, api }) => {
  const person = await signUp();
  await login(page, person.email);
  const title = unique("Sent twice");
  const keys: (string | null)[] = [];
  await page.route("**/api/v1/projects", async (route) => {
    if (route.request().method() !== "POST") return route.continue();
    keys.push(await route.request().headerValue("idempotency-key"));
    if (keys.length > 1) return route.continue();
    // The request reaches the server, but its response is lost.
    const answer = await route.fetch();
    expect(answer.status()).toBe(201);
    await route.abort("connectionreset");
  });
  await page.goto("/projects/new");
  await page.getByLabel("Title").fill(title);
  const create = page.getByRole("button", { name: "Save as draft" });
  await create.click();
  await expect.poll(() => keys.length).toBe(1);
  // Either the page retries by itself, or the maker presses the button again.
  await expect(async () => {
    if (keys.length < 2 && (await create.isVisible())) await create.click();
    expect(keys.length).toBeGreaterThan(1);
  }).toPass();
  await expect(page).toHaveURL(new RegExp(`/projects/${person.handle}/`));
  expect(keys[1]).toBe(keys[0]);
  expect(keys[0]).toBeTruthy();
  const { data } = await api.as(person.email).get("/me/projects");
  expect(data.map((project: { title: string }) => project.title)).toEqual([title]);
});

/** Save a version in the open editor. */
async function saveVersion(page: Page, changelog: string): Promise<void> {
  await page.getByRole("button", { name: "Save version" }).click();
  const dialog = page.getByRole("dialog", { name: "Save a version" });
  await dialog.getByLabel("Version notes").fill(changelog);
  await dialog.getByRole("button", { name: "Save version" }).click();
  await expect(dialog).toBeHidden();
  await expect(page.getByText(/Version \d+ was saved\./)).toBeVisible();
}
