import { act, configure, render, screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { NextIntlClientProvider } from "next-intl";
import { beforeEach, describe, expect, it, vi } from "vitest";
import common from "../../../../messages/en/common.json";
import editor from "../../../../messages/en/editor.json";
import errors from "../../../../messages/en/errors.json";
import { type Content, type Draft, newStep, newVariable } from "../content";
import { Editor } from "./editor";

vi.mock("next/navigation", () => ({
  useRouter: () => ({ push: vi.fn(), refresh: vi.fn() }),
  usePathname: () => "/projects/tomas/p/workflows/w/edit",
}));

// jsdom's URLs are relative and its signals differ from Node's, so replace Request before the client captures it at
// import.
vi.hoisted(() => {
  const Native = globalThis.Request;
  globalThis.Request = class extends Native {
    constructor(input: RequestInfo | URL, { signal: _signal, ...init }: RequestInit = {}) {
      super(typeof input === "string" ? new URL(input, "http://web.test") : input, init);
    }
  };
});

const START: Content = {
  variables: [newVariable("topic", { example: "bees" })],
  steps: [
    newStep("outline", { title: "Outline it", template: "Outline {{topic}}.", output: "plan" }),
    newStep("draft", { title: "Write it", template: "Write {{plan}}." }),
    newStep("check", { title: "Check it", template: "Check it." }),
  ],
};

class Api {
  version = 1;
  content: Content = START;
  sent: { method: string; path: string; body: unknown }[] = [];
  findings: Draft["findings"] = [];
  refuse: Response | null = null;

  fetch = async (request: Request): Promise<Response> => {
    const path = new URL(request.url).pathname.split("/workflows/w")[1] ?? "";
    const body: unknown = request.method === "GET" ? null : await request.json();
    if (request.method !== "GET") this.sent.push({ method: request.method, path, body });
    if (request.method === "POST" && this.refuse) return this.refuse;
    if (path === "/draft") {
      if (request.method === "PUT") {
        if (request.headers.get("if-match") !== `"${this.version}"`) return json(412, { status: 412, code: "stale" });
        this.content = (body as { content: Content }).content;
        this.version += 1;
      }
      return json(200, this.draft());
    }
    if (path === "/versions") return json(201, { number: 2 });
    return json(200, {});
  };

  draft(): Draft {
    return {
      content: this.content,
      findings: this.findings,
      changed: true,
      version: this.version,
      updated_at: "2026-01-01T00:00:00Z",
      updated_by: { handle: "noor", display_name: "Noor" },
    };
  }
}

function json(status: number, body: unknown): Response {
  return new Response(JSON.stringify(body), { status, headers: { "content-type": "application/json" } });
}

// This page is slow in jsdom on a busy machine, mainly because of visibility checks.
configure({ defaultHidden: true, asyncUtilTimeout: 10_000 });
vi.setConfig({ testTimeout: 60_000 });

let api: Api;
beforeEach(() => {
  api = new Api();
  localStorage.clear();
  vi.stubGlobal("fetch", api.fetch);
  AbortSignal.timeout ??= () => new AbortController().signal;
  Element.prototype.scrollIntoView = vi.fn();
  window.scrollBy = vi.fn();
  Range.prototype.getBoundingClientRect = () => new DOMRect();
});

async function open() {
  const user = userEvent.setup();
  render(
    <NextIntlClientProvider locale="en" messages={{ common, editor, errors }} timeZone="UTC">
      <Editor
        place={{ handle: "tomas", slug: "p", workflow: "w" }}
        maker="m1"
        makerHandle="tomas"
        draft={api.draft()}
        details={{ title: "W", summary: "", version: 1 }}
        head={null}
        restore={null}
      />
    </NextIntlClientProvider>,
  );
  await act(async () => undefined);
  return user;
}

const titles = () => screen.getAllByLabelText<HTMLInputElement>("Step title").map((input) => input.value);
const saved = () => waitFor(() => expect(document.querySelector("[data-save-state]")).toHaveAttribute("data-save-state", "saved"));
const problems = () => screen.getByRole("region", { name: "Problems" });


describe("the editor", () => {
  it("flags an unknown name at its step and adds a field for it", async () => {
    const user = await open();
    const [prompt] = screen.getAllByRole<HTMLTextAreaElement>("textbox", { name: "Prompt" });
    await user.type(prompt!, " For {{{{audience}}.");
    expect(await within(problems()).findByRole("button", { name: /Step 1:\s*\{\{audience\}\} isn’t a field/ })).toBeVisible();
    await user.click(screen.getByRole("button", { name: "Add field audience" }));
    expect(await within(problems()).findByText("Ready to save.")).toBeVisible();
    await saved();
    expect(api.content.variables.map((variable) => variable.name)).toEqual(["topic", "audience"]);
    expect(api.content.steps[0]?.template).toBe("Outline {{topic}}. For {{audience}}.");
  });

  it("moves a step by keyboard, announces it, and cancels on Escape", async () => {
    const user = await open();
    screen.getByRole("button", { name: "Move step 1, Outline it" }).focus();
    await user.keyboard(" ");
    expect(screen.getByText("Outline it: picked up. Position 1 of 3.")).toBeInTheDocument();
    await user.keyboard("{ArrowDown}{ArrowDown}");
    expect(titles()).toEqual(["Write it", "Check it", "Outline it"]);
    expect(document.activeElement).toHaveAccessibleName("Move step 3, Outline it");
    await user.keyboard("{Escape}");
    expect(titles()).toEqual(["Outline it", "Write it", "Check it"]);
    await user.keyboard(" {ArrowDown} ");
    expect(screen.getByText("Outline it: dropped at position 2 of 3.")).toBeInTheDocument();
    await saved();
    expect(api.content.steps.map((step) => step.key)).toEqual(["draft", "outline", "check"]);
  });

  it("jumps from a problem to its place in the text", async () => {
    const user = await open();
    await user.click(screen.getByRole("button", { name: "Move step 1 down" }));
    await user.click(await within(problems()).findByRole("button", { name: /“plan” is the answer of a later step, “Outline it”/ }));
    await waitFor(() => expect(document.activeElement).toHaveAccessibleName("Prompt"));
    const area = document.activeElement as HTMLTextAreaElement;
    expect(area.value.slice(area.selectionStart, area.selectionEnd)).toBe("{{plan}}");
  });

  it("renames a field everywhere on blur", async () => {
    const user = await open();
    await user.click(screen.getByText("{{topic}}", { selector: "summary code" }));
    const name = screen.getByLabelText("Name");
    await user.clear(name);
    await user.type(name, "plan");
    await user.tab();
    expect(screen.getByText("“plan” is already used. Choose another name.")).toBeVisible();
    await user.clear(name);
    await user.type(name, "subject{Enter}");
    await saved();
    expect(api.content.steps[0]?.template).toBe("Outline {{subject}}.");
  });

  it("splits a pasted prompt", async () => {
    const user = await open();
    await user.click(screen.getAllByRole("button", { name: "Paste a multi-step prompt" })[0]!);
    await user.click(screen.getByRole("textbox", { name: "Your prompt" }));
    await user.paste("Step 1: Ask\nAsk about {{pet}}.\nStep 2: Answer\nAnswer it.");
    await user.click(await screen.findByRole("button", { name: "Add 2 steps" }));
    expect(titles()).toEqual(["Outline it", "Write it", "Check it", "Ask", "Answer"]);
    await saved();
    expect(api.content.variables.map((variable) => variable.name)).toEqual(["topic", "pet"]);
    await user.click(screen.getByRole("button", { name: "Undo" }));
    expect(titles()).toHaveLength(3);
  });

  it("saves a version, and shows problems at their places", async () => {
    const user = await open();
    api.refuse = json(422, {
      status: 422,
      code: "secret_found",
      title: "x",
      errors: [{ pointer: "/content/steps/2/template", code: "secret_found", message: "This looks like a key." }],
    });
    await user.click(screen.getByRole("button", { name: "Save version" }));
    const dialog = screen.getByRole("dialog", { hidden: false });
    await user.type(within(dialog).getByRole("textbox", { name: /Version notes/ }), "First");
    await user.click(within(dialog).getByRole("button", { name: "Save version" }));
    await user.click(await within(dialog).findByRole("button", { name: /Step 3:\s*This looks like a key/ }));
    expect(screen.getAllByText("This looks like a key.", { exact: false }).length).toBeGreaterThan(0);
    await waitFor(() => expect(document.activeElement?.id).toContain("template"));

    await user.type(document.activeElement!, " Mended.");
    api.refuse = null;
    await user.click(screen.getByRole("button", { name: "Save version" }));
    await user.click(within(screen.getByRole("dialog", { hidden: false })).getByRole("button", { name: "Save version" }));
    await waitFor(() => expect(screen.queryByRole("dialog", { hidden: false })).toBeNull());
    expect(api.sent.filter(({ path }) => path === "/versions").at(-1)?.body).toMatchObject({
      changelog: "First",
      content: { steps: [{}, {}, { template: "Check it. Mended." }] },
    });
  });

  it("offers both texts after a conflicting save, and keeps the other for Undo", async () => {
    const user = await open();
    const [title] = screen.getAllByLabelText("Step title");
    api.content = { ...START, steps: [newStep("outline", { title: "Theirs", template: "Outline {{topic}}.", output: "plan" }), ...START.steps.slice(1)] };
    api.version = 2;
    await user.clear(title!);
    await user.type(title!, "Mine");
    const dialog = await screen.findByRole("dialog", { name: "Resolve conflicts" });
    expect(within(dialog).getByText(/Noor saved this draft/)).toBeVisible();
    await user.click(within(dialog).getByRole("radio", { name: "Theirs" }));
    await user.click(within(dialog).getByRole("button", { name: "Save choices" }));
    await saved();
    expect(titles()[0]).toBe("Theirs");
    await user.click(screen.getByRole("button", { name: "Undo" }));
    expect(titles()[0]).toBe("Mine");
    await saved();
    expect(api.content.steps[0]?.title).toBe("Mine");
  });

  it("restores unsaved text", async () => {
    const content = { ...START, steps: [newStep("outline", { title: "Kept", template: "Kept." })] };
    const gone = { tab: "gone", at: Date.now() - 3_600_000, version: 1, base: START, content };
    localStorage.setItem("kept:m1:editor:tomas/p/w:gone", JSON.stringify(gone));
    await open();
    expect(await screen.findByText(/Your unsaved text was restored/)).toBeVisible();
    expect(titles()).toEqual(["Kept"]);
    await saved();
    expect(api.content.steps[0]?.title).toBe("Kept");
    expect(localStorage).toHaveLength(0);
  });
});
