/**
 * axe-core (WCAG 2.0 to 2.2, A and AA) on every page for every role, light and dark, desktop and phone; and the editor
 * by keyboard only.
 */
import { readFileSync, readdirSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import type { Page } from "@playwright/test";
import { type Content, Desk, enter, open, TWO_STEPS, unique, usable } from "./arrange";
import { DEMO, expect, PASSWORD, test as base } from "./fixtures";
import { Api } from "./api";
import { CHECKOUT } from "./system";

type Role = "visitor" | "maker" | "admin";

/** Paths of pages with parameters. The maker is Tomas of the demo data. */
interface World {
  project: string;
  workflow: string;
  /** A remix by the maker that is behind its original, with a conflict. */
  remix: string;
  collection: string;
  report: string;
}

const MENU = "details[open]";
const DIALOG = "dialog[open]";

const PROJECT = "/projects/adaeze-teaches/wrong-on-purpose";
const WORKFLOW = `${PROJECT}/workflows/planted-mistake`;

/** Every route of src/app, the roles that test it, and the path to open. A test fails when a route is missing. */
const PAGES: readonly [route: string, roles: Role[], where?: (world: World) => string][] = [
  ["/", ["visitor", "maker"]],
  ["/", ["visitor"], () => "/?sort=top&window=month"],
  ["/", ["maker"], () => "/?sort=following"],
  ["/search", ["visitor"], () => "/search?q=talking"],
  ["/search", ["visitor"], () => "/search?q=zzzzzzzzzz"],
  ["/trending", ["visitor"]],
  ["/tools", ["visitor"]],
  ["/tools/[slug]", ["visitor", "maker"], () => "/tools/claude"],
  ["/tools/suggest", ["maker"]],
  ["/tags", ["visitor"]],
  ["/tags/[name]", ["visitor"], () => "/tags/accessibility"],
  ["/makers/[handle]", ["visitor", "maker"], () => "/makers/adaeze-teaches"],
  ["/makers/[handle]/collections", ["visitor"], () => "/makers/tomas-lindqvist/collections"],
  ["/makers/[handle]/followers", ["visitor"], () => "/makers/adaeze-teaches/followers"],
  ["/makers/[handle]/following", ["visitor"], () => "/makers/tomas-lindqvist/following"],
  ["/projects/new", ["maker"]],
  ["/projects/[handle]/[slug]", ["visitor", "maker"], () => PROJECT],
  ["/projects/[handle]/[slug]", ["maker"], ({ project }) => project],
  ["/projects/[handle]/[slug]/edit", ["maker"], ({ project }) => `${project}/edit`],
  ["/projects/[handle]/[slug]/members", ["maker"], ({ project }) => `${project}/members`],
  ["/projects/[handle]/[slug]/stargazers", ["visitor"], () => `${PROJECT}/stargazers`],
  ["/projects/[handle]/[slug]/workflows/new", ["maker"], ({ project }) => `${project}/workflows/new`],
  ["/projects/[handle]/[slug]/workflows/[workflow]", ["visitor", "maker"], () => WORKFLOW],
  ["/projects/[handle]/[slug]/workflows/[workflow]", ["visitor"], () => `${WORKFLOW}?version=1`],
  ["/projects/[handle]/[slug]/workflows/[workflow]/edit", ["maker"], ({ workflow }) => `${workflow}/edit`],
  ["/projects/[handle]/[slug]/workflows/[workflow]/versions", ["visitor"], () => `${WORKFLOW}/versions`],
  ["/projects/[handle]/[slug]/workflows/[workflow]/versions", ["maker"], ({ remix }) => `${remix}/versions`],
  ["/projects/[handle]/[slug]/workflows/[workflow]/diff", ["visitor"], () => `${WORKFLOW}/diff?from=1&to=2`],
  ["/projects/[handle]/[slug]/workflows/[workflow]/lineage", ["visitor"], ({ remix }) => `${remix}/lineage`],
  ["/projects/[handle]/[slug]/workflows/[workflow]/pull", ["maker"], ({ remix }) => `${remix}/pull`],
  ["/collections/new", ["maker"]],
  ["/collections/[handle]/[slug]", ["visitor", "maker"], ({ collection }) => collection],
  ["/collections/[handle]/[slug]/edit", ["maker"], ({ collection }) => `${collection}/edit`],
  ["/notifications", ["maker"]],
  ["/settings", ["maker"]],
  ["/settings/account", ["maker"]],
  ["/settings/sessions", ["maker"]],
  ["/settings/notifications", ["maker"]],
  ["/settings/invitations", ["maker"]],
  ["/settings/reports", ["maker"]],
  ["/settings/display", ["maker"]],
  ["/me", ["maker"]],
  ["/me/stars", ["maker"]],
  ["/me/follows", ["maker"]],
  ["/me/follows", ["maker"], () => "/me/follows?kind=tool"],
  ["/me/collections", ["maker"]],
  ["/register", ["visitor"]],
  ["/login", ["visitor"]],
  ["/login", ["visitor"], () => "/login?error=invalid_credentials"],
  ["/forgot-password", ["visitor"]],
  ["/confirm", ["visitor"], () => "/confirm#no-such-token"],
  ["/reset", ["visitor"], () => "/reset#no-such-token"],
  ["/invitations", ["maker"], () => "/invitations#no-such-token"],
  ["/report", ["maker"], () => `/report?kind=project&handle=adaeze-teaches&slug=wrong-on-purpose`],
  ["/moderation", ["visitor"]],
  ["/admin", ["admin"]],
  ["/admin/projects/[handle]/[slug]", ["admin"], () => `/admin${PROJECT}`],
  ["/admin/tools/new", ["admin"]],
  ["/admin/tools/[slug]", ["admin"], () => "/admin/tools/claude"],
  ["/admin/reports", ["admin"]],
  ["/admin/reports/[id]", ["admin"], ({ report }) => `/admin/reports/${report}`],
  ["/admin/removed", ["admin"]],
  ["/admin/makers", ["admin"]],
  ["/admin/audit", ["admin"]],
  ["/admin/suggestions", ["admin"]],
];

/** Routes that only redirect to one of those. */
const WAYS = ["/admin/projects", "/comments/[id]", "/confirm-email", "/confirm-new-email", "/notifications/preferences", "/reset-password"];

/** Menus, dialogs and other content that opens on demand. */
const OPENED: readonly [what: string, role: Role, where: (world: World) => string, ask: (page: Page) => Promise<void>, within?: string][] = [
  ["menu of one's account", "maker", () => "/", async (page) => page.getByLabel(/Your account/).click(), MENU],
  [
    "suggestions of the search",
    "visitor",
    () => "/",
    async (page) => {
      await page.getByRole("combobox", { name: "Search" }).fill("cla");
      await expect(page.getByRole("option").first()).toBeVisible();
    },
    "header",
  ],
  ["dialog to remix", "maker", () => WORKFLOW, async (page) => page.getByRole("button", { name: "Remix" }).click(), DIALOG],
  ["list of versions", "visitor", () => WORKFLOW, async (page) => page.getByRole("main").locator("summary", { hasText: "newest" }).click(), MENU],
  ["dialog to report", "maker", () => PROJECT, async (page) => page.getByRole("button", { name: /^Report/ }).last().click(), DIALOG],
  ["dialog to collect", "maker", () => PROJECT, async (page) => page.getByRole("button", { name: /^Add to collection/ }).click(), DIALOG],
  ["menu of a project", "maker", ({ project }) => project, async (page) => page.getByLabel("Project actions").click(), MENU],
  ["dialog to restore", "maker", ({ remix }) => `${remix}/versions`, async (page) => page.getByRole("button", { name: "Restore: Version 1" }).click(), DIALOG],
  ["dialog for a label", "maker", ({ remix }) => `${remix}/versions`, async (page) => page.getByRole("button", { name: /Add a label/ }).first().click(), DIALOG],
  ["dialog to save a version", "maker", ({ workflow }) => `${workflow}/edit`, async (page) => page.getByRole("button", { name: "Save version" }).click(), DIALOG],
  [
    "prompt that is taken apart",
    "maker",
    ({ workflow }) => `${workflow}/edit`,
    async (page) => {
      await page.getByRole("button", { name: "Paste a multi-step prompt" }).last().click();
      await page.getByRole("dialog").getByLabel("Your prompt").fill("## Step 1: One\nDo {{this}}.\n## Step 2: Two\nDo [that].");
    },
    DIALOG,
  ],
  [
    "editor with everything unfolded, and mistakes",
    "maker",
    ({ workflow }) => `${workflow}/edit`,
    async (page) => {
      await page.getByRole("region", { name: /^1 of/ }).getByLabel("Prompt").fill("About {{nothing}} and {{");
      await page.getByRole("main").evaluate((main) => main.querySelectorAll("details").forEach((box) => (box.open = !box.querySelector("summary[aria-label]"))));
      await expect(page.getByText("{{nothing}} isn’t a field or an earlier answer.").first()).toBeVisible();
    },
    "main",
  ],
];

const test = base.extend<object, { world: World }>({
  world: [
    async ({}, give) => {
      const api = new Api("10.1.1.1");
      const [desk, noor] = [new Desk(api, DEMO.maker), new Desk(api, DEMO.dutch)];
      const own = await desk.project({ body: "## How\n\nWith *care*.\n\n| a | b |\n|---|---|\n| 1 | 2 |\n", tags: ["education"] });
      const workflow = await desk.workflow(own);
      const source = await noor.workflow(await noor.project());
      const { handle, project, slug } = await api.as(DEMO.maker).post(`${source}/fork`, { project: own.slug });
      const remix = `/projects/${handle}/${project}/workflows/${slug}`;
      const said = (template: string): Content => ({ ...TWO_STEPS, steps: TWO_STEPS.steps.map((step) => (step.key === "outline" ? { ...step, template } : step)) });
      await desk.save(remix, said("Mine, about {{topic}}."), "Mine");
      await noor.save(source, said("Theirs, about {{topic}}."), "Theirs");
      const collection = await api.as(DEMO.maker).post("/collections", { title: unique("To read"), description: "Some." });
      const { data } = await api.as(DEMO.admin).get("/admin/reports");
      await give({
        project: own.path,
        workflow,
        remix,
        collection: `/collections/${collection.handle}/${collection.slug}`,
        report: data[0]?.case_id ?? "none",
      });
    },
    { scope: "worker" },
  ],
});

test("every page is tested", () => {
  const folder = path.join(CHECKOUT, "frontend/src/app");
  const routes = readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((file) => path.basename(file) === "page.tsx")
    .map((file) => `/${path.dirname(file)}`.replace(/\/\([^/]+\)/g, "").replace(/^\/\.$/, "/"));
  expect([...new Set([...PAGES.map(([route]) => route), ...WAYS])].sort()).toEqual(routes.sort());
});

for (const [route, roles, where] of PAGES) {
  for (const role of roles) {
    const shown = where?.({ project: "own project", workflow: "own workflow", remix: "own remix", collection: "own collection", report: "[id]" }) ?? route;
    test(`${role}: ${shown}`, async ({ page, world }) => {
      const mistakes = listen(page);
      await become(page, role);
      const answer = await open(page, where?.(world) ?? route);
      expect(answer?.status()).toBe(200);
      await expect(page.getByRole("heading", { level: 1 })).toHaveCount(1);
      expect(await page.title()).toMatch(/AIpoweredMakers/);
      await audit(page);
      expect(mistakes).toEqual([]);
    });
  }
}

test("visitor: a missing page", async ({ page }) => {
  const answer = await open(page, "/projects/nobody/nothing");
  expect(answer?.status()).toBe(404);
  await audit(page);
});

for (const [what, role, where, ask, within] of OPENED) {
  test(`${role}: ${what}`, async ({ page, world }) => {
    await become(page, role);
    await open(page, where(world));
    await ask(page);
    if (within !== undefined) await expect(page.locator(within).first()).toBeVisible();
    await audit(page, within);
  });
}

test("the menu on a phone", async ({ page }) => {
  await page.emulateMedia({ colorScheme: "light", reducedMotion: "reduce" });
  await page.setViewportSize(PHONE);
  await open(page, "/");
  await page.getByLabel("Menu").click();
  await expect(page.getByRole("link", { name: "Trending" })).toBeVisible();
  await violations(page, "phone, light", false, MENU);
  await page.emulateMedia({ colorScheme: "dark", reducedMotion: "reduce" });
  await violations(page, "phone, dark", true, MENU);
});

test("the editor by keyboard, from login to a version with reordered steps", async ({ page, signUp, api }) => {
  const person = await signUp();
  const desk = new Desk(api, person.email);
  const workflow = await desk.workflow(await desk.project(), { variables: [], steps: [] }, { saved: false });
  const { keyboard } = page;
  /** Press Tab until an element with this name has the focus. */
  const to = async (name: RegExp, back = false): Promise<void> => {
    for (let presses = 0; presses < 120; presses++) {
      const found = await page.evaluate(() => {
        const here = document.activeElement;
        if (here === null || here === document.body) return "";
        const labels = here instanceof HTMLInputElement || here instanceof HTMLTextAreaElement || here instanceof HTMLSelectElement ? [...(here.labels ?? [])] : [];
        return here.getAttribute("aria-label") ?? (labels.map((label) => label.textContent).join(" ").trim() || (here.textContent ?? "").trim());
      });
      if (name.test(found)) return;
      await keyboard.press(back ? "Shift+Tab" : "Tab");
    }
    throw new Error(`Pressing Tab does not reach ${name}.`);
  };

  await page.goto(`/login?next=${encodeURIComponent(`${workflow}/edit`)}`);
  await usable(page);
  await to(/^E-mail address/);
  await keyboard.type(person.email);
  await to(/^Password$/);
  await keyboard.type(PASSWORD);
  await keyboard.press("Enter");
  await page.waitForURL(`**${workflow}/edit`);
  await usable(page);

  // Skip the header.
  await keyboard.press("Tab");
  await expect(page.getByRole("link", { name: "Skip to content" })).toBeFocused();
  await keyboard.press("Enter");
  await to(/^Write the first step/);
  await keyboard.press("Enter");
  await to(/^Step title/);
  await keyboard.type("Gather");
  await to(/^Prompt/);
  await keyboard.type("Gather what is known of {{topic}}.");
  await to(/^Add field topic/);
  await keyboard.press("Enter");
  await to(/^Tool, model, answer/);
  await keyboard.press("Enter");
  await to(/^Answer name/);
  await keyboard.type("facts");
  await to(/^Tool$/);
  await keyboard.type("claude code");
  await expect(page.getByRole("option", { name: /Claude Code/ })).toBeVisible();
  await keyboard.press("ArrowDown");
  await keyboard.press("Enter");
  await to(/^Add a step/);
  await keyboard.press("Enter");
  await to(/^Step title/);
  await keyboard.type("Check");
  await to(/^Prompt/);
  await keyboard.type("Say whether {{topic}} is worth it.");

  // Move the second step to the top with its drag handle.
  await to(/^Move step 2, Check/, true);
  await keyboard.press("Space");
  await expect(page.getByText("Check: picked up. Position 2 of 2.")).toBeAttached();
  await keyboard.press("ArrowUp");
  await expect(page.getByText("Check: position 1 of 2.")).toBeAttached();
  await keyboard.press("Space");
  await expect(page.getByRole("region", { name: "1 of 2" }).getByLabel("Step title")).toHaveValue("Check");
  await expect(page.getByLabel("Move step 1, Check")).toBeFocused();

  // Edit a field, including its type.
  await to(/^\{\{topic\}\}/);
  await keyboard.press("Enter");
  await to(/^Display name/);
  await keyboard.type("Subject");
  await to(/^Type/);
  await keyboard.press("ArrowDown");
  await to(/^Required/);
  await keyboard.press("Space");

  await to(/^Save version/, true);
  await keyboard.press("Enter");
  await to(/^Version notes/);
  await keyboard.type("Written with keys");
  await to(/^Save version/);
  await keyboard.press("Enter");
  await expect(page.getByText("Version 1 was saved.")).toBeVisible();
  const version = await desk.version(workflow);
  expect(version.steps.map(({ title, template, tool, output }) => ({ title, template, tool, output }))).toEqual([
    { title: "Check", template: "Say whether {{topic}} is worth it.", tool: null, output: null },
    { title: "Gather", template: "Gather what is known of {{topic}}.", tool: "claude-code", output: "facts" },
  ]);
  expect(version.variables).toMatchObject([{ name: "topic", label: "Subject", type: "long_text" }]);
});

const DESK = { width: 1280, height: 800 };
const PHONE = { width: 390, height: 844 };
const TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"];
/** Rules whose result depends on the theme. */
const COLOURS = ["color-contrast", "link-in-text-block"];

async function become(page: Page, role: Role): Promise<void> {
  // axe cannot judge a colour in the middle of a transition.
  await page.emulateMedia({ reducedMotion: "reduce", colorScheme: "light" });
  if (role !== "visitor") await enter(page.context(), role === "admin" ? DEMO.admin : DEMO.maker);
}

/** Audit a page in light and dark, desktop and phone. `within` limits the audit to one element. */
async function audit(page: Page, within?: string): Promise<void> {
  for (const [width, viewport] of Object.entries({ desk: DESK, phone: PHONE })) {
    await page.setViewportSize(viewport);
    for (const colorScheme of ["light", "dark"] as const) {
      await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
      await violations(page, `${width}, ${colorScheme}`, colorScheme === "dark", within);
    }
    const wide = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
    if (within === undefined) expect.soft(wide, `${width}: pixels that are to be scrolled sideways`).toBeLessThanOrEqual(0);
  }
}

// AxeBuilder injects half a megabyte for each audit; this injects it once per page.
const AXE = readFileSync(createRequire(createRequire(import.meta.url).resolve("@axe-core/playwright")).resolve("axe-core"), "utf8");

interface Found {
  violations: { id: string; impact: string | null; nodes: { target: string[]; failureSummary?: string }[] }[];
}

async function violations(page: Page, look: string, coloursOnly: boolean, within = "html"): Promise<void> {
  if (!(await page.evaluate(() => "axe" in window))) await page.evaluate(AXE);
  const { violations } = await page.evaluate(
    ([part, options]) => (window as unknown as { axe: { run: (part: unknown, options: unknown) => Promise<Found> } }).axe.run(part, options),
    [within, { runOnly: coloursOnly ? { type: "rule", values: COLOURS } : { type: "tag", values: TAGS }, resultTypes: ["violations"] }] as const,
  );
  const serious = violations.filter(({ impact }) => impact === "serious" || impact === "critical");
  const told = serious.flatMap(({ id, nodes }) => nodes.map(({ target, failureSummary }) => `${id} at ${target.join(" ")}: ${failureSummary?.replace(/\s+/g, " ")}`));
  expect.soft(told, look).toEqual([]);
}

/** Collect invisible errors of a page: script errors and policy violations. */
function listen(page: Page): string[] {
  const mistakes: string[] = [];
  page.on("pageerror", (error) => mistakes.push(String(error)));
  page.on("console", (message) => {
    // The tests do not load images from other sites.
    if (message.type() === "error" && !message.text().startsWith("Failed to load resource")) mistakes.push(message.text());
  });
  return mistakes;
}
