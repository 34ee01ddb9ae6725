/** Test data created through the API: faster than through pages, and fails independently of them. */
import { randomBytes } from "node:crypto";
import type { BrowserContext, Page, Response } from "@playwright/test";
import { type Api, PASSWORD } from "./api";
import { system } from "./system";

export interface Step {
  key: string;
  kind?: "prompt" | "manual";
  title: string;
  template: string;
  tool?: string | null;
  model?: string | null;
  parameters?: Record<string, string | number | boolean>;
  output?: string | null;
}

export interface Variable {
  name: string;
  type?: "text" | "long_text" | "number" | "choice" | "boolean";
  label?: string;
  description?: string;
  required?: boolean;
  default?: string | null;
  choices?: string[];
  example?: string | null;
}

export interface Content {
  variables: Variable[];
  steps: Step[];
}

/** Two steps; the second uses the answer of the first. */
export const TWO_STEPS: Content = {
  variables: [{ name: "topic", label: "Topic", required: true }],
  steps: [
    { key: "outline", title: "Outline it", template: "Outline a talk about {{topic}}.", output: "outline" },
    { key: "write", title: "Write it", template: "Write the talk.\n\n{{outline}}" },
  ],
};

/** Return a unique name. */
export function unique(prefix: string): string {
  return `${prefix} ${randomBytes(4).toString("hex")}`;
}

export interface Project {
  handle: string;
  slug: string;
  title: string;
  path: string;
}

/** Data of one maker, created as that maker. */
export class Desk {
  private readonly api: Api;

  constructor(
    api: Api,
    readonly email: string,
    password: string = PASSWORD,
  ) {
    this.api = api.as(email, password);
  }

  /** Create a project, published unless `published` is false. */
  async project({ published = true, title = unique("A bench"), ...more }: { published?: boolean; title?: string; body?: string; tags?: string[] } = {}): Promise<Project> {
    const { handle, slug } = await this.api.post("/projects", { title, tagline: "Made by a test", ...more });
    if (published) await this.api.post(`/projects/${handle}/${slug}/publish`);
    return { handle, slug, title, path: `/projects/${handle}/${slug}` };
  }

  /** Create a workflow with a draft, and with a version unless `saved` is false. Return its page. */
  async workflow(project: Project, content: Content = TWO_STEPS, { saved = true, title = "Talk in two steps" } = {}): Promise<string> {
    const { slug } = await this.api.post(`${project.path}/workflows`, { title, content });
    const path = `${project.path}/workflows/${slug}`;
    if (saved) await this.save(path, content, "The first one");
    return path;
  }

  /** Save a version and return its number. */
  async save(workflow: string, content: Content, changelog: string): Promise<number> {
    const { number } = await this.api.post(`${workflow}/versions`, { content, changelog });
    return number;
  }

  /** Return the server's draft. */
  async draft(workflow: string): Promise<Content> {
    return (await this.api.get(`${workflow}/draft`)).content;
  }

  async version(workflow: string, number: number | "latest" = "latest"): Promise<Content & { number: number }> {
    const version = await this.api.get(`${workflow}/versions/${number}`);
    return { ...version.content, number: version.number };
  }
}

/** Open a page and wait until it is interactive: earlier clicks would be lost. */
export async function open(page: Page, path: string): Promise<Response | null> {
  const answer = await page.goto(path);
  await usable(page);
  return answer;
}

/** Wait until React has hydrated every control of the page. */
export async function usable(page: Page): Promise<void> {
  await page.waitForFunction(() =>
    [...document.querySelectorAll("main :is(button, input:not([type=hidden]), textarea, select)")].every((control) =>
      Object.keys(control).some((name) => name.startsWith("__react")),
    ),
  );
}

const entered = new Map<string, { access: string; until: number }>();

/**
 * Log a context in with a session that all tests of this process share: an account has at most 50 sessions. Without a
 * refresh token, because tests would use up each other's.
 */
export async function enter(context: BrowserContext, email: string): Promise<void> {
  let known = entered.get(email);
  if (known === undefined || known.until < Date.now()) {
    const answer = await fetch(`${system.web}/session/login`, {
      method: "POST",
      headers: { "content-type": "application/json", origin: system.web, "user-agent": "browser tests" },
      body: JSON.stringify({ email, password: PASSWORD }),
    });
    const access = answer.headers.getSetCookie().map((cookie) => /^access=([^;]+)/.exec(cookie)?.[1]).find((found) => found !== undefined);
    if (access === undefined) throw new Error(`${email} cannot log in: ${answer.status} ${await answer.text()}`);
    known = { access, until: Date.now() + 180_000 };
    entered.set(email, known);
  }
  await context.addCookies([{ name: "access", value: known.access, url: system.web, httpOnly: true, sameSite: "Lax" }]);
}
