/** Security: tokens out of reach of scripts, hostile text that must not run, forged requests. */
import { request as httpRequest } from "node:http";
import type { BrowserContext, Page } from "@playwright/test";
import { Desk, open, unique } from "./arrange";
import { expect, PASSWORD, system, test } from "./fixtures";

test.describe("tokens", () => {
  test("are in no readable cookie, storage or response", async ({ page, signUp, api }) => {
    const person = await signUp();
    const desk = new Desk(api, person.email);
    const project = await desk.project({ published: false });
    const workflow = await desk.workflow(project);
    const { context, answers } = await record(page);

    await open(page, "/login");
    await page.getByLabel("E-mail address").fill(person.email);
    await page.getByLabel("Password", { exact: true }).fill("not my password");
    await page.getByRole("main").getByRole("button", { name: "Log in" }).click();
    await expect(page.getByText("Wrong address or password")).toBeVisible();
    await page.getByLabel("Password", { exact: true }).fill(PASSWORD);
    await page.getByRole("main").getByRole("button", { name: "Log in" }).click();
    await expect(page.locator("body[data-maker]")).toBeAttached();
    const secrets = new Set<string>();
    const look = async (): Promise<void> => {
      for (const { name, value, httpOnly, sameSite } of await context.cookies()) {
        if (name !== "access" && name !== "refresh") continue;
        secrets.add(value);
        expect({ name, httpOnly, sameSite }).toEqual({ name, httpOnly: true, sameSite: "Lax" });
      }
      const reachable = await page.evaluate(() => JSON.stringify([document.cookie, { ...localStorage }, { ...sessionStorage }, window.name]));
      expect(leaks(reachable, secrets)).toEqual([]);
      expect(reachable).not.toMatch(/\b(access|refresh)=/);
    };
    await look();
    for (const path of ["/", project.path, workflow, `${workflow}/edit`, "/settings", "/settings/sessions", "/notifications"]) {
      await open(page, path);
      await look();
    }
    // A write, a renewal by a page, and a renewal by a write whose token is rejected.
    await page.getByRole("link").first().focus();
    await context.clearCookies({ name: "access" });
    await open(page, `${workflow}/edit`);
    await look();
    await spoilAccess(context);
    await page.getByRole("region", { name: "1 of 2" }).getByLabel("Prompt").fill("Saved with a token that was renewed.");
    await expect.poll(async () => (await desk.draft(workflow)).steps[0]?.template).toContain("renewed");
    await look();
    await spoilAccess(context);
    await open(page, "/me");
    await expect(page.locator("body[data-maker]")).toBeAttached();
    await look();
    await page.getByLabel(/Your account/).click();
    await page.getByRole("button", { name: "Log out" }).click();
    await expect(page.locator("body[data-maker]")).toHaveCount(0);
    expect((await context.cookies()).filter(({ name }) => name === "access" || name === "refresh")).toEqual([]);

    expect(secrets.size).toBeGreaterThanOrEqual(6);
    const told = await answers();
    expect(told.length).toBeGreaterThan(30);
    expect(told.filter(({ url, isRead }) => isRead && url.endsWith("/session/login")).length).toBeGreaterThanOrEqual(2);
    expect(told.filter(({ isRead }) => !isRead).length).toBeLessThan(told.length / 10);
    for (const { url, text } of told) {
      expect(leaks(text, secrets), url).toEqual([]);
      expect(leaks(url, secrets), "an address").toEqual([]);
    }
  });

  test("survive 20 pages opened at once with an expired one", async ({ page, login, signUp, api }) => {
    const person = await signUp();
    await login(page, person.email);
    const context = page.context();
    // Only the pages matter here; twenty pages would load each script twenty times.
    await context.route("**/_next/static/**", (route) => route.abort());
    for (const spoil of [() => context.clearCookies({ name: "access" }), () => spoilAccess(context)]) {
      await spoil();
      const tabs = await Promise.all(Array.from({ length: 20 }, () => context.newPage()));
      await Promise.all(tabs.map((tab) => tab.goto("/me", { waitUntil: "domcontentloaded", timeout: 40_000 })));
      for (const tab of tabs) {
        expect(new URL(tab.url()).pathname).toBe("/me");
        await expect(tab.locator("body[data-maker]")).toBeAttached();
      }
      await Promise.all(tabs.map((tab) => tab.close()));
    }
    // The session can still be renewed.
    await context.clearCookies({ name: "access" });
    await page.goto("/me");
    await expect(page.locator("body[data-maker]")).toBeAttached();
    // The session of the API client and this one: none was added, none has ended.
    await api.as(person.email).get("/me");
    expect((await api.as(person.email).get("/auth/sessions")).data).toHaveLength(2);
  });
});

test.describe("user content", () => {
  test("runs no script in a project, a comment and a profile", async ({ page, login, signUp, api }) => {
    const person = await signUp();
    const me = api.as(person.email);
    const desk = new Desk(api, person.email);
    const hostile = `</title></script><script>${RUN("title")}</script><img src=x onerror=${RUN("title")}>`;
    const project = await desk.project({ title: unique(hostile).slice(0, 119), body: ATTACKS });
    await me.patch(project.path, { tagline: hostile }, { headers: { "if-match": "*" } });
    // Workflows reject text that looks like a key.
    const unsuspicious = ATTACKS.split("\n\n").filter((line) => !/base64|\{\{/.test(line)).join("\n\n");
    const workflow = await desk.workflow(project, {
      variables: [{ name: "topic", label: hostile.slice(0, 110), description: ATTACKS.slice(0, 900), example: hostile }],
      steps: [{ key: "one", title: hostile.slice(0, 110), template: `${unsuspicious}\n{{topic}}` }],
    });
    await me.post(`${project.path}/comments`, { body: ATTACKS });
    await me.patch("/me", { bio: ATTACKS.slice(0, 900), display_name: hostile.slice(0, 60) }, { headers: { "if-match": "*" } }).catch(async () => {
      await me.patch("/me", { bio: ATTACKS.slice(0, 450) }, { headers: { "if-match": "*" } });
    });

    const watched = await watch(page);
    await login(page, person.email);
    for (const path of [project.path, `${project.path}/edit`, workflow, `${workflow}/edit`, `/makers/${person.handle}`, "/settings", "/?sort=new"]) {
      await open(page, path);
      await provoke(page);
      await watched.clean(path);
    }

    // The same in previews, which the browser renders.
    await open(page, project.path);
    await page.getByLabel("Your comment").fill(ATTACKS);
    await page.getByRole("tab", { name: "Preview" }).last().click();
    await expect(page.locator(".prose").filter({ hasText: "the end of the attacks" }).last()).toBeVisible();
    await provoke(page);
    await watched.clean("preview of a comment");
    await open(page, `${project.path}/edit`);
    await page.getByRole("tab", { name: "Preview" }).first().click();
    await expect(page.locator(".prose").filter({ hasText: "the end of the attacks" }).last()).toBeVisible();
    await provoke(page);
    await watched.clean("preview of a project");
  });

  test("stays readable when its Markdown exceeds the bounds, with a note for its author", async ({ page, login, signUp, visitor, api }) => {
    const person = await signUp();
    const desk = new Desk(api, person.email);
    const dense = "- [a](b) *c*\n".repeat(2_450);
    const project = await desk.project({ title: unique("Deep"), body: `The project\n\n${dense}` });
    await api.as(person.email).post(`${project.path}/comments`, { body: `The comment\n\n${"> ".repeat(4_990)}` });

    const answer = await open(visitor, project.path);
    expect(answer?.status()).toBe(200);
    const shown = visitor.locator(".prose").filter({ hasText: /^The (project|comment)/ });
    await expect(shown).toHaveCount(2);
    await expect(shown.locator("blockquote, li")).toHaveCount(0);
    await expect(visitor.getByText("shown without formatting")).toHaveCount(0);

    await login(page, person.email);
    await open(page, project.path);
    await expect(page.getByText("shown without formatting")).toHaveCount(2);
    await page.getByLabel("Your comment").fill("> ".repeat(1_000));
    await page.getByRole("tab", { name: "Preview" }).last().click();
    await expect(page.getByRole("alert").filter({ hasText: "shown without formatting" })).toBeVisible();
  });

  test("the policy blocks scripts even in injected HTML", async ({ visitor }) => {
    const watched = await watch(visitor);
    const first = await open(visitor, "/");
    const policy = first?.headers()["content-security-policy"] ?? "";
    const nonce = /script-src[^;]*'nonce-([^']+)'/.exec(policy)?.[1];
    expect(nonce?.length).toBeGreaterThan(16);
    expect(/script-src([^;]*)/.exec(policy)?.[1]).not.toContain("unsafe-");
    for (const part of ["default-src 'self'", "object-src 'none'", "base-uri 'none'", "frame-ancestors 'none'", "form-action 'self'"]) expect(policy).toContain(part);
    expect(first?.headers()["x-content-type-options"]).toBe("nosniff");
    // Every inline script has the nonce, and the next page has another one.
    const html = (await first?.text()) ?? "";
    const inline = [...html.matchAll(/<script\b([^>]*)>/g)].map((found) => found[1] ?? "").filter((attributes) => !/type="application\/(ld\+)?json"/.test(attributes));
    expect(inline.length).toBeGreaterThan(1);
    for (const attributes of inline) expect(attributes).toContain(`nonce="${nonce}"`);
    const second = await visitor.request.get("/");
    expect(second.headers()["content-security-policy"]).not.toContain(nonce);
    await watched.clean("/");

    // Simulate a server that emits hostile HTML under the real policy.
    await visitor.route(`${system.web}/trending`, async (route) => {
      const answer = await route.fetch();
      const hostile = [
        `<script>${RUN("script")}</script><script src="data:text/javascript,${RUN("script of data")}"></script>`,
        `<img src="/nowhere.png" onerror="${RUN("image")}"><svg onload="${RUN("drawing")}"></svg>`,
        `<iframe srcdoc="<script>${RUN("frame")}</script>"></iframe><object data="data:text/html,<script>${RUN("object")}</script>"></object>`,
        `<a id="hostile" href="javascript:${RUN("link")}">x</a><base href="https://evil.example/"><style>main{display:none}</style>`,
        '<p id="the-end"></p>',
      ].join("");
      await route.fulfill({ response: answer, body: (await answer.text()).replace("</main>", `</main>${hostile}`) });
    });
    await visitor.goto("/trending", { waitUntil: "commit" });
    await visitor.locator("#the-end").waitFor({ state: "attached" });
    await visitor.evaluate(() => document.getElementById("hostile")?.click());
    await expect(visitor.getByRole("main")).toBeVisible();
    await expect.poll(async () => (await watched.refused()).map((line) => line.split(" ")[0])).toEqual(
      expect.arrayContaining(["script-src-elem", "script-src-attr", "style-src-elem", "base-uri"]),
    );
    expect(await watched.ran()).toEqual([]);
    expect(visitor.url()).toBe(`${system.web}/trending`);
    expect(await visitor.evaluate(() => document.baseURI)).toBe(`${system.web}/trending`);
  });
});

test.describe("API forwarding", () => {
  test("reaches only listed paths", async ({ page, login, signUp, api }) => {
    const person = await signUp();
    await login(page, person.email);
    const cookie = await cookies(page.context());
    const ours = { cookie, origin: system.web, "content-type": "application/json" };
    expect((await raw("GET", "/api/v1/me", { cookie })).status).toBe(200);
    for (const path of [
      "/api/v1/auth/login/",
      "/api/v1/x/%2e%2e/%2e%2e/%2e%2e/readyz",
      "/api/v1/me/%2e%2e/%2e%2e/v2/me",
      "/api/v1/../../readyz",
      "/api/v1/%2e%2e/%2e%2e/readyz",
      "/api/v1/..%2f..%2freadyz",
      "/api/v1/projects/..%2f..%2f..%2freadyz",
      "/api/v1/projects/%252e%252e/x",
      "/api/v1//me",
      "/api/v1/me/",
      "/api/v1/me%00",
      "/api/v1/me%5c..%5c..%5creadyz",
      "/api/v1/me/tokens",
      "/api/v1/openapi.json",
      "/api/readyz",
      "/api/v2/me",
      "/api/v1/nothing",
    ]) {
      const answer = await raw("GET", path, { cookie });
      expect([400, 404, 308], `${path}: ${answer.text.slice(0, 200)}`).toContain(answer.status);
      expect(answer.text).not.toContain(person.email);
      expect(answer.text).not.toContain('"status":"ok"');
    }
    // Endpoints that return tokens are not forwarded.
    for (const [path, body] of [
      ["/api/v1/auth/login", { email: person.email, password: PASSWORD }],
      ["/api/v1/auth/refresh", { refresh_token: (await page.context().cookies()).find(({ name }) => name === "refresh")?.value }],
      ["/api/v1/auth/logout", {}],
    ] as const) {
      const answer = await raw("POST", path, ours, JSON.stringify(body));
      expect(answer.status, path).toBe(404);
      expect(answer.text).not.toContain("token");
    }
    // Only the cookie determines the session.
    const token = /access=([^;]+)/.exec(cookie)?.[1];
    expect((await raw("GET", "/api/v1/me", { authorization: `Bearer ${token}` })).status).toBe(401);
    expect((await raw("GET", "/api/v1/me", { "x-client-address": "10.0.0.1" })).status).toBe(401);
    expect((await raw("PUT", "/api/v1/me", ours, "{}")).status).toBe(404);
    const large = await raw("POST", "/api/v1/projects", ours, JSON.stringify({ title: "x", body: "x".repeat(2_200_000) }));
    expect(large.status).toBe(413);
    expect((await api.as(person.email).get("/me/projects")).data).toEqual([]);
  });

  test("rejects writes from other sites", async ({ page, login, signUp, api }) => {
    const [author, person] = [await signUp(), await signUp()];
    const project = await new Desk(api, author.email).project();
    const star = `/api/v1${project.path}/star`;
    await login(page, person.email);
    const cookie = await cookies(page.context());
    const elsewhere: Record<string, string>[] = [
      {},
      { origin: "null" },
      { origin: "https://evil.example" },
      { origin: `${system.web}.evil.example` },
      { origin: system.web.replace("127.0.0.1", "localhost") },
      { origin: system.web.replace(/\d+$/, "1") },
      { origin: system.web, "sec-fetch-site": "cross-site" },
      { origin: system.web, "sec-fetch-site": "same-site" },
      { "sec-fetch-site": "none" },
      { referer: `${system.web}/` },
    ];
    for (const headers of elsewhere) {
      expect((await raw("PUT", star, { cookie, ...headers })).status, JSON.stringify(headers)).toBe(403);
      expect((await raw("POST", "/session/logout", { cookie, ...headers })).status, JSON.stringify(headers)).toBe(403);
      expect((await raw("POST", "/session/login", { cookie, "content-type": "application/json", ...headers }, JSON.stringify({ email: author.email, password: PASSWORD }))).status).toBe(403);
      expect((await raw("POST", "/session/display", { cookie, "content-type": "application/x-www-form-urlencoded", ...headers }, "theme=dark")).status).toBe(403);
    }
    expect((await api.get(project.path)).stars).toBe(0);
    // A page of another site in the same browser.
    await page.route("http://evil.example/**", (route) => route.fulfill({ contentType: "text/html", body: "<!doctype html><title>Evil</title>" }));
    await page.goto("http://evil.example/");
    await page.evaluate(
      async ([web, path]) => {
        await fetch(`${web}${path}`, { method: "PUT", mode: "no-cors", credentials: "include" }).catch(() => undefined);
        await fetch(`${web}/session/logout`, { method: "POST", mode: "no-cors", credentials: "include" }).catch(() => undefined);
        const form = document.createElement("form");
        form.method = "post";
        form.action = `${web}/session/logout`;
        document.body.append(form);
        form.submit();
      },
      [system.web, star] as const,
    );
    await page.waitForURL(/\/session\/logout/);
    await page.goto("/me");
    await expect(page.locator("body[data-maker]")).toBeAttached();
    expect((await api.get(project.path)).stars).toBe(0);
    expect((await raw("PUT", star, { cookie, origin: system.web })).status).toBe(204);
    expect((await api.get(project.path)).stars).toBe(1);
  });

  test("login redirects to no other site", async ({ page, signUp }) => {
    const person = await signUp();
    for (const next of ["https://evil.example/", "//evil.example", "/\\evil.example", "/x/..//evil.example", "javascript:alert(1)"]) {
      await page.context().clearCookies();
      await open(page, `/login?next=${encodeURIComponent(next)}`);
      await page.getByLabel("E-mail address").fill(person.email);
      await page.getByLabel("Password", { exact: true }).fill(PASSWORD);
      await page.getByRole("main").getByRole("button", { name: "Log in" }).click();
      await expect(page.locator("body[data-maker]")).toBeAttached();
      expect(new URL(page.url()).origin).toBe(system.web);
    }
  });
});

/** Return JavaScript that reports that it ran. */
function RUN(what: string): string {
  return `(window.top||window).ran=((window.top||window).ran||[]).concat('${what}')`;
}

const encoded = (text: string): string => [...text].map((letter) => `&#${letter.codePointAt(0)};`).join("");
const base64 = (text: string): string => Buffer.from(text).toString("base64");

const ATTACKS = [
  "# Heading",
  `<script>${RUN("script")}</script>`,
  `<SCRIPT SRC="data:text/javascript,${RUN("script src")}"></SCRIPT>`,
  `<scr<script>ipt>${RUN("nested")}</scr</script>ipt>`,
  `<img src=x onerror="${RUN("onerror")}">`,
  `<img src="x\` \`<script>${RUN("backticks")}</script>"\` \``,
  `<svg onload="${RUN("svg")}"><script>${RUN("svg script")}</script><animate onbegin="${RUN("animate")}" attributeName="x" dur="1s"/></svg>`,
  `<svg><a xlink:href="javascript:${RUN("svg link")}"><text y="20">press</text></a></svg>`,
  `<math><mtext><mglyph><style><!--</style><img title="--&gt;&lt;img src=1 onerror=${RUN("mutation")}&gt;">`,
  `<iframe srcdoc="<script>${RUN("srcdoc")}</script>"></iframe>`,
  `<iframe src="javascript:${RUN("iframe")}"></iframe>`,
  `<object data="data:text/html;base64,${base64(`<script>${RUN("object")}</script>`)}"></object>`,
  `<embed src="javascript:${RUN("embed")}">`,
  `<form action="javascript:${RUN("form")}"><button>press</button><input name=q autofocus onfocus="${RUN("focus")}"></form>`,
  `<button formaction="javascript:${RUN("formaction")}">press</button>`,
  "<style>main{display:none!important}body::after{content:'taken over'}</style>",
  '<link rel="stylesheet" href="data:text/css,main{display:none}"><base href="https://evil.example/"><meta http-equiv="refresh" content="0;url=https://evil.example/">',
  `<details open ontoggle="${RUN("toggle")}"><summary>x</summary></details>`,
  `<video autoplay><source src="x" onerror="${RUN("video")}"></video><audio src=x onerror="${RUN("audio")}"></audio>`,
  `<body onload="${RUN("body")}"><marquee onstart="${RUN("marquee")}">x</marquee>`,
  `<a href="https://ok.example" onclick="${RUN("onclick")}" style="position:fixed;inset:0">press</a>`,
  `<div onmouseover="${RUN("over")}" style="background:url(javascript:${RUN("style")})">x</div>`,
  `<!--><script>${RUN("comment")}</script>-->`,
  `<![CDATA[><script>${RUN("cdata")}</script>]]>`,
  `&lt;script&gt;${RUN("entities")}&lt;/script&gt;`,
  encoded(`<script>${RUN("encoded")}</script>`),
  `[a](javascript:${RUN("link")}) [b](JaVaScRiPt:${RUN("case")}) [c](&#106;avascript:${RUN("entity link")}) [d](javascript&colon;${RUN("colon")})`,
  `[e](<java\tscript:${RUN("tab")}>) [f](\u0001javascript:${RUN("control")}) [g](vbscript:${RUN("vb")}) [h](%6aavascript:${RUN("percent")})`,
  `[i](data:text/html;base64,${base64(`<script>${RUN("data")}</script>`)}) [j](//evil.example/x) [k][ref] <javascript:${RUN("autolink")}>`,
  `[ref]: javascript:${RUN("reference")} "x"`,
  `![l](javascript:${RUN("image")}) ![m](data:image/svg+xml;base64,${base64(`<svg xmlns="http://www.w3.org/2000/svg" onload="${RUN("svg image")}"/>`)})`,
  `![n](x "onerror=${RUN("image title")}") ![o" onerror="${RUN("alt")}](https://ok.example/x.png)`,
  `[p](https://ok.example/"onmouseover="${RUN("attribute")})`,
  "> > > > > > > > > > > > > > > > > > > > nested",
  `- [ ] <input type=image src=x onerror="${RUN("task")}">`,
  `| <script>${RUN("cell")}</script> | b |`,
  "|---|---|",
  `| <img src=x onerror=${RUN("cell image")}> | d |`,
  `\`\`\`html\n<script>${RUN("code")}</script>\n\`\`\``,
  `<a id="ran"></a><a id="__next_f"></a><form id="body"><input name="cookie"></form>`,
  "the end of the attacks",
].join("\n\n");

interface Watched {
  /** Check that nothing ran, nothing was requested from other sites, and the page contains nothing dangerous. */
  clean: (where: string) => Promise<void>;
  ran: () => Promise<unknown>;
  refused: () => Promise<string[]>;
}

async function watch(page: Page): Promise<Watched> {
  const seen: string[] = [];
  page.on("dialog", (dialog) => {
    seen.push(`dialog: ${dialog.message()}`);
    void dialog.dismiss();
  });
  page.on("pageerror", (error) => seen.push(String(error)));
  page.on("request", (request) => {
    const { origin } = new URL(request.url());
    if (origin !== system.web && origin !== "null" && request.resourceType() !== "image") seen.push(`asked for ${request.url()}`);
  });
  // Pages may contain images of other sites; tests do not load them.
  await page.route(
    (url) => url.origin !== system.web,
    (route) => route.abort(),
  );
  await page.addInitScript(() => {
    const kept: string[] = [];
    Object.assign(window, { refusedByPolicy: kept });
    document.addEventListener("securitypolicyviolation", (event) => kept.push(`${event.violatedDirective} ${event.blockedURI} ${event.sample}`));
  });
  const ran = () => page.evaluate(() => (window as unknown as { ran?: unknown }).ran instanceof Element ? [] : ((window as unknown as { ran?: unknown }).ran ?? []));
  const refused = () => page.evaluate(() => (window as unknown as { refusedByPolicy: string[] }).refusedByPolicy);
  return {
    ran,
    refused,
    async clean(where) {
      expect(await ran(), where).toEqual([]);
      expect(seen, where).toEqual([]);
      expect(await refused(), where).toEqual([]);
      expect(await dangerous(page), where).toEqual([]);
      await expect(page.getByRole("main")).toBeVisible();
    },
  };
}

/** Return what in rendered Markdown could run, load or cover the page. */
function dangerous(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const found: string[] = [];
    for (const element of document.querySelectorAll(".prose *")) {
      const name = element.tagName.toLowerCase();
      if (!/^(a|b|blockquote|br|code|del|dd|div|dl|dt|em|h[2-6]|hr|i|img|ins|li|ol|p|pre|q|s|section|span|strong|sub|sup|table|tbody|td|tfoot|th|thead|tr|ul)$/.test(name)) found.push(`<${name}>`);
      for (const { name: attribute, value } of element.attributes) {
        if (/^on|^style$|^srcdoc$|^formaction$|^action$|^xlink/i.test(attribute)) found.push(`${name} ${attribute}=${value}`);
        if (["href", "src"].includes(attribute)) {
          const { protocol } = new URL(value, location.href);
          const wanted = attribute === "src" ? ["https:"] : ["http:", "https:", "mailto:"];
          const within = !/^[a-z][a-z0-9+.-]*:|^[/\\]{2}/i.test(value);
          if (!wanted.includes(protocol) || (within && attribute === "src")) found.push(`${name} ${attribute}=${value}`);
          if (/^[/\\]{2}/.test(value)) found.push(`${name} ${attribute}=${value}`);
        }
        // Names of globals that an element could shadow.
        if (attribute === "id" && !/^(user-content-|footnote)/.test(value)) found.push(`${name} id=${value}`);
      }
    }
    return found;
  });
}

/** Hover, focus and click everything that keeps the page open. */
async function provoke(page: Page): Promise<void> {
  await page.evaluate(() => {
    window.scrollTo(0, document.body.scrollHeight);
    for (const element of document.querySelectorAll<HTMLElement>(".prose *")) {
      for (const type of ["mouseover", "mouseenter", "focus", "toggle"]) element.dispatchEvent(new MouseEvent(type, { bubbles: true }));
      element.focus();
      const leads = element.closest("a")?.getAttribute("href") ?? null;
      // Following a link leaves the page, so only check that none is a script.
      if (leads === null || /^\s*(java|vb)?script|^data/i.test(leads)) element.click();
    }
  });
  await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve))));
}

interface Told {
  url: string;
  isRead: boolean;
  text: string;
}

/**
 * Record every response, including event streams. Read each before the page receives it: after a navigation its body is
 * gone.
 */
async function record(page: Page): Promise<{ context: BrowserContext; answers: () => Promise<Told[]> }> {
  const context = page.context();
  const texts: Promise<Told>[] = [];
  const session = await context.newCDPSession(page);
  await session.send("Fetch.enable", { patterns: [{ requestStage: "Response" }] });
  session.on("Fetch.requestPaused", ({ requestId, request: { url }, responseStatusCode: status = 0, responseHeaders: headers = [] }) => {
    const told = headers.filter(({ name }) => name.toLowerCase() !== "set-cookie").map(({ name, value }) => `${name}: ${value}`);
    const streams = told.some((line) => /^content-type: text\/event-stream/i.test(line));
    // A redirect has no readable body, and a stream has no end.
    const hasBody = !streams && status >= 200 && (status < 300 || status >= 400);
    const read = async (): Promise<Told> => {
      try {
        const { body, base64Encoded } = hasBody ? await session.send("Fetch.getResponseBody", { requestId }) : { body: "", base64Encoded: false };
        return { url, isRead: true, text: [...told, "", base64Encoded ? Buffer.from(body, "base64").toString("utf8") : body].join("\n") };
      } catch {
        // The page that sent the request is closed.
        return { url, isRead: false, text: told.join("\n") };
      } finally {
        await session.send("Fetch.continueRequest", { requestId }).catch(() => undefined);
      }
    };
    texts.push(read());
  });
  await session.send("Network.enable");
  session.on("Network.eventSourceMessageReceived", ({ data }) => texts.push(Promise.resolve({ url: "a stream", isRead: true, text: data })));
  return { context, answers: () => Promise.all(texts) };
}

/** Return the tokens in a text: known ones, and strings that look like one. */
function leaks(text: string, secrets: ReadonlySet<string>): string[] {
  const found = [...secrets].filter((secret) => text.includes(secret));
  for (const [match] of text.matchAll(/\beyJ[\w-]{10,}\.[\w-]{10,}\.[\w-]{20,}|\brt_[\w-]{20,}|"(?:access|refresh)_token"/g)) found.push(match);
  return found.map((secret) => `${secret.slice(0, 24)}…`);
}

/** Replace the access token by one that the API rejects. */
async function spoilAccess(context: BrowserContext): Promise<void> {
  const old = (await context.cookies()).find(({ name }) => name === "access");
  const [head, claims] = (old?.value ?? "e30.e30.x").split(".");
  await context.addCookies([{ name: "access", value: `${head}.${claims}.${"A".repeat(43)}`, url: system.web, httpOnly: true, sameSite: "Lax" }]);
}

async function cookies(context: BrowserContext): Promise<string> {
  return (await context.cookies()).map(({ name, value }) => `${name}=${value}`).join("; ");
}

/** Send a request target as written; HTTP clients would normalise it. */
function raw(method: string, path: string, headers: Record<string, string>, body?: string): Promise<{ status: number; text: string }> {
  const { hostname, port } = new URL(system.web);
  return new Promise((resolve, reject) => {
    const request = httpRequest({ method, hostname, port, path, headers }, (answer) => {
      let text = "";
      answer.setEncoding("utf8");
      answer.on("data", (chunk: string) => (text += chunk));
      answer.on("end", () => resolve({ status: answer.statusCode ?? 0, text }));
    });
    request.on("error", reject);
    request.end(body);
  });
}
