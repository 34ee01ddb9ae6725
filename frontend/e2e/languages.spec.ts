/** Languages, themes, and the main pages on a phone. */
import { open } from "./arrange";
import { DEMO, expect, system, test } from "./fixtures";

const LEAD = { en: "What people build with AI, and exactly how they did it.", nl: "Wat mensen met AI bouwen, en precies hoe ze dat deden." };

test.describe("Dutch", () => {
  test.describe("by the browser", () => {
    test.use({ locale: "nl-NL" });

    test("is served to a Dutch browser", async ({ visitor }) => {
      await visitor.goto("/");
      await expect(visitor.locator("html")).toHaveAttribute("lang", "nl");
      await expect(visitor.getByRole("heading", { level: 1 })).toHaveText(LEAD.nl);
      await visitor.getByRole("link", { name: "Inloggen" }).click();
      await expect(visitor).toHaveTitle(/Inloggen/);
      await expect(visitor.getByLabel("Wachtwoord", { exact: true })).toBeVisible();
    });

    test("is overridden by the setting", async ({ visitor }) => {
      await open(visitor, "/tools");
      await visitor.getByRole("button", { name: "English" }).click();
      // The page returns to where the language was chosen and keeps it.
      await expect(visitor).toHaveURL(/\/tools$/);
      await expect(visitor.locator("html")).toHaveAttribute("lang", "en");
      await visitor.goto("/");
      await expect(visitor.getByRole("heading", { level: 1 })).toHaveText(LEAD.en);
    });
  });

  test("applies when chosen, including error messages", async ({ visitor }) => {
    await open(visitor, "/login");
    await visitor.getByRole("button", { name: "Nederlands" }).click();
    await expect(visitor.locator("html")).toHaveAttribute("lang", "nl");
    await visitor.getByLabel("E-mailadres").fill(DEMO.maker);
    await visitor.getByLabel("Wachtwoord", { exact: true }).fill("niet het wachtwoord");
    await visitor.getByRole("main").getByRole("button", { name: "Inloggen" }).click();
    await expect(visitor.getByRole("main").getByRole("alert")).toContainText("Onjuist adres of wachtwoord");
    const missing = await visitor.goto("/tools/no-such-tool");
    expect(missing?.status()).toBe(404);
    await expect(visitor.locator("html")).toHaveAttribute("lang", "nl");
  });

  for (const [accepted, wanted] of [
    ["nl", "nl"],
    ["nl-BE,nl;q=0.9,en;q=0.8", "nl"],
    ["en;q=0.5, nl;q=0.7", "nl"],
    ["fr-FR,fr;q=0.9,nl;q=0.3", "nl"],
    ["nl;q=0, en", "en"],
    ["de", "en"],
    ["*", "en"],
  ] as const) {
    test(`"${accepted}" gets ${wanted}`, async () => {
      const html = await (await fetch(system.web, { headers: { "accept-language": accepted } })).text();
      expect(/<html[^>]* lang="(..)"/.exec(html)?.[1]).toBe(wanted);
      expect(html).toContain(LEAD[wanted]);
    });
  }
});

test.describe("themes", () => {
  test("are chosen in the footer, persist, and never flash", async ({ visitor }) => {
    // The first paint is final: the class is in the HTML, and no script changes it.
    await visitor.addInitScript(() => {
      const seen: string[] = [];
      Object.assign(window, { themes: seen });
      new MutationObserver(() => seen.push(document.documentElement.className)).observe(document, { subtree: true, childList: true, attributes: true, attributeFilter: ["class"] });
    });
    const background = () => visitor.evaluate(() => getComputedStyle(document.body).backgroundColor);
    await visitor.emulateMedia({ colorScheme: "light" });
    await open(visitor, "/tags");
    const light = await background();
    await visitor.emulateMedia({ colorScheme: "dark" });
    const dark = await background();
    expect(dark).not.toBe(light);

    await visitor.getByRole("button", { name: "Light" }).click();
    await expect(visitor).toHaveURL(/\/tags$/);
    expect(await background()).toBe(light);
    await expect(visitor.getByRole("button", { name: "Light" })).toHaveAttribute("aria-pressed", "true");
    await visitor.getByRole("button", { name: "Dark" }).click();
    await visitor.emulateMedia({ colorScheme: "light" });
    await open(visitor, "/");
    expect(await background()).toBe(dark);
    const themes = await visitor.evaluate(() => (window as unknown as { themes: string[] }).themes.filter((name) => name !== ""));
    expect(new Set(themes.map((name) => /\b(system|light|dark)\b/.exec(name)?.[1]))).toEqual(new Set(["dark"]));
  });

  test.describe("without a script", () => {
    test.use({ javaScriptEnabled: false });

    test("reading, searching, defaults and themes work", async ({ visitor }) => {
      await visitor.emulateMedia({ colorScheme: "light" });
      await visitor.goto("/");
      await expect(visitor.getByRole("heading", { level: 1 })).toBeVisible();
      await expect(visitor.getByRole("main").locator("article").first()).toBeVisible();
      await visitor.getByRole("button", { name: "Dark" }).click();
      await expect(visitor.locator("html")).toHaveClass(/\bdark\b/);
      await visitor.getByRole("combobox", { name: "Search" }).fill("magnesium");
      await visitor.getByRole("combobox", { name: "Search" }).press("Enter");
      await expect(visitor).toHaveURL(/\/search\?q=magnesium/);
      await visitor.goto("/projects/adaeze-teaches/wrong-on-purpose/workflows/planted-mistake");
      await expect(visitor.getByTestId("prompt").first()).toContainText("Year 10");
    });
  });
});

for (const [path, shown] of [
  ["/", LEAD.en],
  ["/search?q=magnesium", "Search: magnesium"],
  ["/tools/claude", "Claude"],
  ["/makers/adaeze-teaches", "Adaeze Okafor"],
  ["/projects/adaeze-teaches/wrong-on-purpose", /./],
  ["/projects/adaeze-teaches/wrong-on-purpose/workflows/planted-mistake", /./],
  ["/login", "Log in"],
  ["/register", "Join"],
] as const) {
  test(`${path} fits @phone`, async ({ visitor }) => {
    await open(visitor, path);
    await expect(visitor.getByRole("heading", { level: 1 })).toContainText(shown);
    expect(await visitor.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)).toBeLessThanOrEqual(0);
    // Text is large enough that phones do not zoom into fields, and targets are large enough for fingers.
    if (!test.info().project.name.startsWith("phone")) return;
    const small = await visitor.getByRole("main").evaluate((main) =>
      [...main.querySelectorAll<HTMLElement>("input:not([type=checkbox]):not([type=radio]), select, textarea")]
        .filter((field) => Number.parseFloat(getComputedStyle(field).fontSize) < 16)
        .map((field) => field.id || field.getAttribute("name")),
    );
    expect(small).toEqual([]);
  });
}
