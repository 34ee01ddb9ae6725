/** What a test needs and is not about is made through the API: quicker than by pages, and it fails apart from them. */
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

/** Two steps; the second uses what the first makes. */
export const TWO_STEPS: Content = {
  variables: [{ name: "topic", label: "Topic", required: true }],
  steps: [
    { key: "outline", title: "Outline it", template: "Outline a talk about {{topic}}.", output: "outline" },
    { key: "write", title: "Write it", template: "Write the talk.\n\n{{outline}}" },
  ],
};

/** A name that nobody else has. */
export function unique(prefix: string): string {
  return `${prefix} ${randomBytes(4).toString("hex")}`;
}

export interface Project {
  handle: string;
  slug: string;
  title: string;
  /** Its page. */
  path: string;
}

/** One maker's things, made by that maker. */
export class Desk {
  private readonly api: Api;

  constructor(
    api: Api,
    readonly email: string,
    password: string = PASSWORD,
  ) {
    this.api = api.as(email, password);
  }

  /** A project, out for everybody unless `published` is false. */
  async project({ published = true, title = unique("A bench"), ...more }: { published?: boolean; title?: string; body?: string; tags?: string[] } = {}): Promise<Project> {
    const { handle, slug } = await this.api.post("/projects", { title, tagline: "Made by a test", ...more });
    if (published) await this.api.post(`/projects/${handle}/${slug}/publish`);
    return { handle, slug, title, path: `/projects/${handle}/${slug}` };
  }

  /** A workflow with a draft, and with a version of it unless `saved` is false. Returns its page. */
  async workflow(project: Project, content: Content = TWO_STEPS, { saved = true, title = "Talk in two steps" } = {}): Promise<string> {
    const { slug } = await this.api.post(`${project.path}/workflows`, { title, content });
    const path = `${project.path}/workflows/${slug}`;
    if (saved) await this.save(path, content, "The first one");
    return path;
  }

  /** A new version; the number it has. */
  async save(workflow: string, content: Content, changelog: string): Promise<number> {
    const { number } = await this.api.post(`${workflow}/versions`, { content, changelog });
    return number;
  }

  /** The draft as the server has it. */
  async draft(workflow: string): Promise<Content> {
    return (await this.api.get(`${workflow}/draft`)).content;
  }

  async version(workflow: string, number: number | "latest" = "latest"): Promise<Content & { number: number }> {
    const version = await this.api.get(`${workflow}/versions/${number}`);
    return { ...version.content, number: version.number };
  }
}

/** Goes to a page and waits until its parts can be used: a press before that is lost. */
export async function open(page: Page, path: string): Promise<Response | null> {
  const answer = await page.goto(path);
  await usable(page);
  return answer;
}

/** React has taken over every control of the page. */
export async function usable(page: Page): Promise<void> {
  await page.waitForFunction(() =>
    [...document.querySelectorAll("main :is(button, input:not([type=hidden]), textarea, select)")].every((control) =>
      Object.keys(control).some((name) => name.startsWith("__react")),
    ),
  );
}

const entered = new Map<string, { access: string; until: number }>();

/**
 * Makes a context a maker's by a session that all tests of this process share: an account has 50 sessions at most. It has
 * no refresh token, which one of them would use up for the others.
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
