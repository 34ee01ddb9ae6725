import { fireEvent, render, screen, waitFor } from "@testing-library/react";
import { NextIntlClientProvider } from "next-intl";
import { beforeEach, describe, expect, it, vi } from "vitest";
import account from "../../../../messages/en/account.json";
import errors from "../../../../messages/en/errors.json";
import session from "../../../../messages/en/session.json";
import { ConfirmAddress } from "./confirm-address";

const WAIT = { timeout: 20_000 };
const TOKEN = "AaPZ0x_-9bQ3mT7kLwEr5YuIoP1234567890abcdefg";
const sent = vi.fn<(path: string, body: Record<string, unknown>) => Response>();

function show(viewer: string | null = "somebody") {
  history.replaceState(null, "", `/confirm#${TOKEN}`);
  render(
    <NextIntlClientProvider locale="en" messages={{ account, session, errors }}>
      <ConfirmAddress viewer={viewer} />
    </NextIntlClientProvider>,
  );
}

function problem(status: number, pointer: string, code: string, message: string): Response {
  return Response.json({ status, code: "invalid_input", title: "x", errors: [{ pointer, code, message }] }, { status });
}

beforeEach(() => {
  sent.mockReset();
  vi.stubGlobal("fetch", async (request: Request) => sent(new URL(request.url, "http://web.test").pathname, (await request.json()) as Record<string, unknown>));
});

describe("the page of a mailed link", { timeout: 60_000 }, () => {
  it("shows the handle, rates the password, and creates the account", async () => {
    sent.mockImplementation((path, body) => {
      if (path.endsWith("/link")) return Response.json({ purpose: "registration", handle: "stranger", email: "ada@example.org" });
      if (path.endsWith("/check")) return Response.json(body.password === "Password123!" ? { code: "too_weak", message: "x" } : { code: null, message: null });
      return Response.json({ handle: body.handle, email: "ada@example.org" });
    });
    show();
    const handle = await screen.findByLabelText("Handle", {}, WAIT);
    expect(handle).toHaveValue("stranger");
    const password = screen.getByLabelText("Password");
    fireEvent.change(password, { target: { value: "Password123!" } });
    expect(await screen.findByText("Easy to guess. Add one or two random words.", {}, WAIT)).toBeInTheDocument();
    fireEvent.change(handle, { target: { value: "ada" } });
    fireEvent.change(password, { target: { value: "seven green umbrellas" } });
    expect(await screen.findByText("Strong enough", {}, WAIT)).toBeInTheDocument();
    fireEvent.click(screen.getByRole("button", { name: "Create account" }));
    expect(await screen.findByText("@ada now uses ada@example.org.", {}, WAIT)).toBeInTheDocument();
    expect(sent).toHaveBeenLastCalledWith("/api/v1/auth/email/verify", { token: TOKEN, password: "seven green umbrellas", handle: "ada" });
    // Nothing is created before the owner has sent a password.
    expect(sent.mock.calls.filter(([path]) => path.endsWith("/verify"))).toHaveLength(1);
  });

  it("asks for the account's password to change its address", async () => {
    sent.mockImplementation((path, body) => {
      if (path.endsWith("/link")) return Response.json({ purpose: "email_change", handle: "ada", email: "new@example.org" });
      if (body.password !== "right") return problem(422, "/password", "wrong_password", "Wrong password for @ada.");
      return Response.json({ handle: "ada", email: "new@example.org" });
    });
    show();
    const password = await screen.findByLabelText("Password of @ada", {}, WAIT);
    fireEvent.change(password, { target: { value: "wrong" } });
    fireEvent.click(screen.getByRole("button", { name: "Confirm" }));
    expect(await screen.findByText("Wrong password for @ada.", {}, WAIT)).toBeInTheDocument();
    fireEvent.change(password, { target: { value: "right" } });
    fireEvent.click(screen.getByRole("button", { name: "Confirm" }));
    expect(await screen.findByText("@ada now uses new@example.org.", {}, WAIT)).toBeInTheDocument();
  });

  it("reports a dead link and offers a new one", async () => {
    sent.mockImplementation(() => problem(422, "/token", "invalid_token", "x"));
    show(null);
    await waitFor(() => expect(screen.getByText("This link no longer works")).toBeInTheDocument(), WAIT);
    expect(screen.getByRole("button", { name: "Send a new link" })).toBeInTheDocument();
  });
});
