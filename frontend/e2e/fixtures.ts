/** Fixtures of the browser tests: `import { expect, test } from "./fixtures"`. */
import { randomBytes, randomInt } from "node:crypto";
import { type Page, test as base, expect } from "@playwright/test";
import { Api, PASSWORD } from "./api";
import { Mailbox } from "./mailbox";
import { Outage } from "./outage";
import { system } from "./system";

export { expect, PASSWORD, system };
export { Refused } from "./api";

/** Demo makers; see the README for their roles. */
export const DEMO = { admin: "saskia@example.org", maker: "tomas@example.org", dutch: "noor@example.org" } as const;

export interface Person {
  email: string;
  password: string;
  handle: string;
}

interface Fixtures {
  /** Client address of this test, so that tests do not share rate limits. */
  address: string;
  /** Page of a visitor without an account. */
  visitor: Page;
  /** Log in the browser of a page without the form. `at`: another web than the system's. */
  login: (page: Page, email: string, options?: { password?: string; at?: string }) => Promise<void>;
  /** The API as a visitor; `api.as(email)` is a maker. */
  api: Api;
  mailbox: Mailbox;
  /** Create a maker with a confirmed address. */
  signUp: (wanted?: Partial<Person>) => Promise<Person>;
  /** An API that can be killed and restarted, with its own web: `page.goto(outage.url)`. */
  outage: Outage;
}

export const test = base.extend<Fixtures>({
  baseURL: async ({}, give) => give(system.web),
  address: async ({}, give) => give(`10.${randomInt(256)}.${randomInt(256)}.${randomInt(1, 255)}`),
  extraHTTPHeaders: async ({ address }, give) => give({ "x-forwarded-for": address }),
  visitor: async ({ page }, give) => give(page),
  login: async ({}, give) =>
    give(async (page, email, { password = PASSWORD, at = system.web } = {}) => {
      const answer = await page.request.post(`${at}/session/login`, { data: { email, password }, headers: { origin: at } });
      expect(answer.status(), await answer.text()).toBe(204);
    }),
  api: async ({ address }, give) => give(new Api(address)),
  mailbox: async ({}, give) => give(new Mailbox()),
  signUp: async ({ api, mailbox }, give) =>
    give(async (wanted = {}) => {
      const handle = wanted.handle ?? `t-${randomBytes(6).toString("hex")}`;
      const person = { handle, email: `${handle}@example.org`, password: PASSWORD, ...wanted };
      await api.post("/auth/register", { email: person.email, handle: person.handle });
      const link = (await mailbox.wait(person.email)).links.find((found) => found.includes("#"));
      await api.post("/auth/email/verify", { token: link?.split("#").at(-1), password: person.password });
      return person;
    }),
  outage: async ({}, give) => {
    const outage = await Outage.begin();
    await give(outage);
    await outage.end();
  },
});
