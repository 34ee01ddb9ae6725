// @vitest-environment node
import { NextRequest } from "next/server";
import { beforeEach, describe, expect, it, vi } from "vitest";
import { POST as display } from "./display/route";
import { POST as logIn } from "./login/route";

const api = vi.fn<(url: string, init: RequestInit) => Promise<Response>>();

beforeEach(() => {
  api.mockReset().mockImplementation(async () => Response.json({ access_token: "a1", refresh_token: "r1", expires_in: 300 }));
  vi.stubGlobal("fetch", api);
});

const FORM = "application/x-www-form-urlencoded";

function post(path: string, type: string, body: BodyInit): NextRequest {
  const headers = { host: "web.test", origin: "http://web.test", "content-type": type };
  return new NextRequest(`http://web.test${path}`, { method: "POST", headers, body, duplex: "half" });
}

/** A body without a length, and how much of it was read. */
function endless(start: string): { body: ReadableStream<Uint8Array>; read: () => number } {
  let read = 0;
  const encoder = new TextEncoder();
  const body = new ReadableStream<Uint8Array>(
    {
      pull(controller) {
        const piece = encoder.encode(read === 0 ? start : "x".repeat(1_024));
        if (read > 1_000_000) return controller.close();
        read += piece.byteLength;
        controller.enqueue(piece);
      },
    },
    { highWaterMark: 0 },
  );
  return { body, read: () => read };
}

describe("bodies of login and display requests", () => {
  it("are read as JSON or a form", async () => {
    const asked = { email: " a@b.example ", password: "p & q", next: "/tags" };
    const byScript = await logIn(post("/session/login", "application/json", JSON.stringify(asked)));
    const byForm = await logIn(post("/session/login", FORM, new URLSearchParams(asked).toString()));
    expect([byScript.status, byForm.status, byForm.headers.get("location")]).toEqual([204, 303, "/tags"]);
    for (const [, init] of api.mock.calls) expect(init.body).toBe('{"email":"a@b.example","password":"p & q"}');
    const chosen = await display(post("/session/display", FORM, "theme=dark"));
    expect(chosen.headers.getSetCookie().map((cookie) => cookie.split(";")[0])).toEqual(["theme=dark"]);
  });

  it("are limited in size", async () => {
    for (const [type, start] of [["application/json", '{"email":"a@b.example","password":"'], [FORM, "email=a%40b.example&password="]] as const) {
      const { body, read } = endless(start);
      expect((await logIn(post("/session/login", type, body))).status).toBe(400);
      expect(read()).toBeLessThan(20_000);
    }
    const { body, read } = endless("theme=dark&locale=");
    const chosen = await display(post("/session/display", FORM, body));
    expect([chosen.status, chosen.headers.getSetCookie()]).toEqual([303, []]);
    expect(read()).toBeLessThan(20_000);
    expect(api).not.toHaveBeenCalled();
  });
});
