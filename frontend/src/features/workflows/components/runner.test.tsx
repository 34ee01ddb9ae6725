import { render, screen, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { NextIntlClientProvider } from "next-intl";
import { beforeEach, expect, test, vi } from "vitest";

import common from "../../../../messages/en/common.json";
import errors from "../../../../messages/en/errors.json";
import words from "../../../../messages/en/workflow_run.json";
import type { Content, Step, Variable } from "../run";
import { Runner } from "./runner";

vi.mock("@/components/link", () => ({
  Link: ({ href, children }: { href: string; children: React.ReactNode }) => <a href={href}>{children}</a>,
}));

const variable = (name: string, more: Partial<Variable> = {}): Variable => ({
  name,
  type: "text",
  label: "",
  description: "",
  required: true,
  default: null,
  choices: [],
  example: null,
  ...more,
});

const step = (key: string, template: string, more: Partial<Step> = {}): Step => ({
  key,
  kind: "prompt",
  title: key,
  template,
  tool: null,
  model: null,
  parameters: {},
  output: null,
  ...more,
});

const CONTENT: Content = {
  variables: [
    variable("topic", { label: "What about?", example: "bees" }),
    variable("words", { type: "number", default: "300" }),
    variable("tone", { type: "choice", choices: ["plain", "warm"], default: "warm" }),
    variable("rhyme", { type: "boolean", required: false }),
  ],
  steps: [
    step("outline", "Outline {{topic}} in {{words}}. {{rhyme}}", { output: "outline", tool: "claude", model: "M" }),
    step("draft", "Write {{tone}}:\n{{outline}}"),
  ],
};

function show(content = CONTENT, id = "w1") {
  return render(
    <NextIntlClientProvider locale="en" messages={{ common, errors, workflow_run: words }}>
      <Runner workflowId={id} content={content} tools={{ claude: "Claude" }} />
    </NextIntlClientProvider>,
  );
}

const prompts = () => screen.getAllByTestId("prompt").map((prompt) => prompt.textContent);

vi.setConfig({ testTimeout: 20_000 });
beforeEach(() => localStorage.clear());

test("shows steps with defaults and marks initially", () => {
  show();
  expect(prompts()).toEqual(["Outline {{topic}} in 300. ", "Write warm:\n⟦outline⟧"]);
  expect(screen.getByText("1 field left to fill in")).toBeInTheDocument();
  expect(screen.getByRole("link", { name: "Claude" })).toHaveAttribute("href", "/tools/claude");
  expect(screen.getByText("Example: bees")).toBeInTheDocument();
});

test("updates prompts from fields and answers", async () => {
  const user = userEvent.setup({ delay: null });
  show();
  await user.type(screen.getByLabelText("What about?"), "bees");
  await user.selectOptions(screen.getByLabelText("tone"), "plain");
  await user.click(screen.getByLabelText("Yes"));
  await user.type(screen.getByLabelText("Answer of step 1"), "1. Wings");
  expect(prompts()).toEqual(["Outline bees in 300. true", "Write plain:\n1. Wings"]);
  expect(screen.getByText("All fields filled in")).toBeInTheDocument();
});

test("shows errors at fields, and missing values on blur", async () => {
  const user = userEvent.setup({ delay: null });
  show();
  expect(screen.queryByText("Fill in this field.")).toBeNull();
  await user.click(screen.getByLabelText("What about?"));
  await user.tab();
  expect(screen.getByLabelText("What about?")).toBeInvalid();
  expect(screen.getByText("Fill in this field.")).toBeInTheDocument();
  const number = screen.getByLabelText("words");
  await user.clear(number);
  await user.type(number, "many");
  expect(screen.getByText("Enter a number, such as 3 or 0.5.")).toBeInTheDocument();
  await user.click(screen.getByRole("button", { name: "Reset to “300”" }));
  expect(number).toHaveValue("300");
});

test("copies the shown text and counts empty fields", async () => {
  const user = userEvent.setup({ delay: null });
  show();
  const [first] = screen.getAllByTestId("step");
  await user.click(within(first as HTMLElement).getByRole("button", { name: "Copy: step 1, outline" }));
  expect(await navigator.clipboard.readText()).toBe("Outline {{topic}} in 300. ");
  expect(screen.getByText("Copied, with 1 empty field")).toBeInTheDocument();
  await user.type(screen.getByLabelText("What about?"), "bees");
  await user.click(screen.getByRole("button", { name: "Copy all steps" }));
  expect(await navigator.clipboard.readText()).toBe(
    "1. outline\n\nOutline bees in 300. \n\n\n2. draft\n\nWrite warm:\n⟦outline⟧",
  );
});

test("stores values for the next visit, and undoes clearing", async () => {
  const user = userEvent.setup({ delay: null });
  const first = show();
  await user.type(screen.getByLabelText("What about?"), "bees");
  first.unmount();
  show();
  expect(screen.getByLabelText("What about?")).toHaveValue("bees");
  await user.click(screen.getByRole("button", { name: "Clear all" }));
  expect(screen.getByLabelText("What about?")).toHaveValue("");
  await user.click(screen.getByRole("button", { name: "Undo" }));
  expect(screen.getByLabelText("What about?")).toHaveValue("bees");
});

test("shows no form without fields", () => {
  show({ variables: [], steps: [step("only", "Say hello.")] });
  expect(screen.queryByRole("heading", { name: "Fill in" })).toBeNull();
  expect(prompts()).toEqual(["Say hello."]);
  expect(screen.queryByRole("button", { name: "Copy all steps" })).toBeNull();
});
