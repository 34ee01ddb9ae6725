// @vitest-environment node
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { draftPort } from "./api";
import { Autosave, type SaveState } from "./autosave";
import { type Content, newStep } from "./content";

// URLs of the page are relative, but Node's Request needs absolute ones. The client captures Request at import.
vi.hoisted(() => {
  const Native = globalThis.Request;
  globalThis.Request = class extends Native {
    constructor(input: RequestInfo | URL, init?: RequestInit) {
      super(typeof input === "string" ? new URL(input, "http://web.test") : input, init);
    }
  };
});

/** A server with one draft behind `fetch`; everything else is the real code. */
class Server {
  version = 3;
  content: Content;
  online = true;
  /** What the next requests get instead: a Response, or "lost" (processed, but the response is lost). */
  next: (Response | "lost" | "unreachable")[] = [];
  puts: string[] = [];
  delay = 0;

  constructor(content: Content) {
    this.content = content;
  }

  fetch = async (input: RequestInfo | URL, init?: RequestInit): Promise<Response> => {
    const request = input instanceof Request ? input : new Request(new URL(String(input), "http://web.test"), init);
    const body = request.method === "PUT" ? ((await request.json()) as { content: Content }) : null;
    if (body) this.puts.push(body.content.steps[0]?.template ?? "");
    if (this.delay) await new Promise((resolve) => setTimeout(resolve, this.delay));
    if (!this.online) throw new TypeError("Failed to fetch");
    const planned = this.next.shift();
    if (planned === "unreachable") throw new TypeError("Failed to fetch");
    if (planned instanceof Response) return planned;
    if (body) {
      if (request.headers.get("if-match") !== `"${this.version}"`) return problem(412, "stale");
      this.content = body.content;
      this.version += 1;
    }
    if (planned === "lost") throw new TypeError("Failed to fetch");
    return json(200, { content: this.content, version: this.version, findings: [], changed: true });
  };
}

function json(status: number, body: unknown, headers: Record<string, string> = {}): Response {
  const type = status < 400 ? "application/json" : "application/problem+json";
  return new Response(JSON.stringify(body), { status, headers: { "content-type": type, ...headers } });
}
const problem = (status: number, code: string, headers = {}) => json(status, { status, code, title: code }, headers);

const of = (template: string): Content => ({ variables: [], steps: [newStep("a", { title: "A", template })] });

function setUp(options: { pause?: number } = {}) {
  const server = new Server(of("old"));
  vi.stubGlobal("fetch", server.fetch);
  const states: string[] = [];
  const onTheirs = vi.fn();
  const onSaved = vi.fn();
  const autosave = new Autosave<Content>({
    port: draftPort({ handle: "tomas", slug: "p", workflow: "w" }),
    base: { value: server.content, version: server.version },
    random: () => 0.5,
    ...options,
  });
  autosave.listen({ onState: (state) => states.push(state.kind), onTheirs, onSaved });
  const type = (text: string) => autosave.edit(of(text));
  const pass = (ms: number) => vi.advanceTimersByTimeAsync(ms);
  const saved = () => server.content.steps[0]?.template;
  const state = <K extends SaveState<Content>["kind"]>(kind: K) => {
    expect(autosave.state.kind).toBe(kind);
    return autosave.state as Extract<SaveState<Content>, { kind: K }>;
  };
  return { server, autosave, states, type, pass, saved, state, onTheirs, onSaved };
}

beforeEach(() => void vi.useFakeTimers());
afterEach(() => {
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

describe("autosave", () => {
  it("saves once, shortly after typing pauses", async () => {
    const { server, type, pass, saved, states } = setUp();
    type("n");
    await pass(500);
    type("ne");
    await pass(500);
    type("new");
    expect(server.puts).toEqual([]);
    await pass(1_000);
    expect(server.puts).toEqual(["new"]);
    expect(saved()).toBe("new");
    expect(states).toEqual(["waiting", "waiting", "waiting", "saving", "saved"]);
  });

  it("saves during continuous typing", async () => {
    const { server, type, pass } = setUp();
    for (let at = 0; at < 20; at++) {
      type(`${at}`);
      await pass(400);
    }
    expect(server.puts.length).toBeGreaterThanOrEqual(1);
  });

  it("runs one save at a time, then sends the newest text", async () => {
    const { server, type, pass, autosave } = setUp();
    server.delay = 2_000;
    type("one");
    await pass(1_000);
    type("two");
    type("three");
    await pass(500);
    expect(server.puts).toEqual(["one"]);
    expect(autosave.dirty).toBe(true);
    await pass(10_000);
    expect(server.puts).toEqual(["one", "three"]);
    expect(autosave.dirty).toBe(false);
  });

  it("does not save unchanged text", async () => {
    const { server, type, pass, state } = setUp();
    type("new");
    type("old");
    await pass(5_000);
    state("saved");
    expect(server.puts).toEqual([]);
  });

  it("retries with increasing delays, and immediately when woken", async () => {
    const { server, type, pass, state, saved, autosave } = setUp();
    server.online = false;
    type("new");
    await pass(800);
    expect(state("retrying").why).toBe("unreachable");
    await pass(1_000);
    await pass(2_000);
    await pass(4_000);
    expect(server.puts).toHaveLength(4);
    type("newer");
    await pass(1_000);
    expect(server.puts).toHaveLength(4);
    server.online = true;
    autosave.wake();
    await pass(0);
    state("saved");
    expect(saved()).toBe("newer");
  });

  it("waits at most 30 seconds", async () => {
    const { server, type, pass, state } = setUp();
    server.online = false;
    type("new");
    await pass(300_000);
    expect(state("retrying").at - Date.now()).toBeLessThanOrEqual(36_000);
    server.online = true;
    await pass(40_000);
    state("saved");
  });

  it("retries a busy server after Retry-After", async () => {
    const { server, type, pass, state, autosave } = setUp();
    server.next = [problem(429, "rate_limited", { "retry-after": "20" })];
    type("new");
    await pass(800);
    expect(state("retrying").why).toBe("busy");
    autosave.wake();
    expect(await autosave.flush()).toBe(false);
    await pass(19_000);
    expect(server.puts).toHaveLength(1);
    await pass(1_500);
    expect(server.puts).toHaveLength(2);
    state("saved");
  });

  it("honours Retry-After of 503, too", async () => {
    const { server, type, pass, state } = setUp();
    server.next = [problem(503, "unavailable", { "retry-after": "7" })];
    type("new");
    await pass(800 + 6_000);
    expect(server.puts).toHaveLength(1);
    await pass(2_000);
    state("saved");
  });

  it("keeps the text while logged out and continues after a login", async () => {
    const { server, type, pass, state, saved, autosave } = setUp();
    server.next = [problem(401, "invalid_token"), problem(401, "invalid_token")];
    type("new");
    await pass(800);
    state("login");
    type("newer");
    await pass(15_000);
    state("login");
    autosave.wake();
    await pass(0);
    state("saved");
    expect(saved()).toBe("newer");
  });

  it("reports a rejection, and retries with the next edit", async () => {
    const { server, type, pass, state } = setUp();
    server.next = [problem(422, "invalid_input")];
    type("bad");
    await pass(800);
    expect(state("refused").error.code).toBe("invalid_input");
    await pass(60_000);
    expect(server.puts).toHaveLength(1);
    type("good");
    await pass(800);
    state("saved");
  });

  it("offers both texts after a conflicting save", async () => {
    const { server, type, pass, state, saved, autosave } = setUp();
    server.content = of("theirs");
    server.version = 4;
    type("mine");
    await pass(800);
    expect(state("conflict")).toMatchObject({ base: of("old"), theirs: of("theirs") });
    type("mine, still typed");
    await pass(60_000);
    expect(saved()).toBe("theirs");
    autosave.resolve(of("mine and theirs"));
    await pass(0);
    state("saved");
    expect(saved()).toBe("mine and theirs");
  });

  it("resolves a conflict with theirs without a save", async () => {
    const { server, type, pass, state, autosave } = setUp();
    server.content = of("theirs");
    server.version = 4;
    type("mine");
    await pass(800);
    const { theirs } = state("conflict");
    autosave.resolve(theirs);
    await pass(5_000);
    state("saved");
    expect(server.puts).toHaveLength(1);
    type("on");
    await pass(800);
    expect(server.version).toBe(5);
  });

  it("finds another conflict after a third save", async () => {
    const { server, type, pass, state, autosave } = setUp();
    server.content = of("theirs");
    server.version = 4;
    type("mine");
    await pass(800);
    server.content = of("third");
    server.version = 5;
    autosave.resolve(of("merged"));
    await pass(0);
    expect(state("conflict")).toMatchObject({ base: of("theirs"), theirs: of("third") });
  });

  it("recognises its own save when only the response was lost", async () => {
    const { server, type, pass, state, saved } = setUp();
    server.next = ["lost"];
    type("one");
    await pass(800);
    state("retrying");
    type("two");
    await pass(1_000);
    state("saved");
    expect(saved()).toBe("two");
    expect(server.version).toBe(5);
  });

  it("retries reading after a 412", async () => {
    const { server, type, pass, state } = setUp();
    server.content = of("theirs");
    server.version = 4;
    server.next = [problem(412, "stale"), "unreachable"];
    type("mine");
    await pass(800);
    state("retrying");
    await pass(2_000);
    state("conflict");
  });

  it("loads newer text if nothing is unsaved, never over unsaved text", async () => {
    const { server, type, pass, autosave, onTheirs } = setUp();
    server.content = of("theirs");
    server.version = 4;
    await autosave.check();
    expect(onTheirs).toHaveBeenCalledOnce();
    server.content = of("again");
    server.version = 5;
    type("mine");
    await autosave.check();
    expect(onTheirs).toHaveBeenCalledOnce();
    await pass(800);
    expect(autosave.state.kind).toBe("conflict");
  });

  it("flushes unsaved text, including text typed meanwhile", async () => {
    const { server, type, pass, autosave, saved } = setUp();
    server.delay = 500;
    type("one");
    const done = autosave.flush();
    await pass(200);
    type("two");
    await pass(3_000);
    expect(await done).toBe(true);
    expect(saved()).toBe("two");
  });

  it("stops and starts again", async () => {
    const { server, type, pass, autosave, state } = setUp();
    type("one");
    autosave.stop();
    await pass(5_000);
    expect(server.puts).toEqual([]);
    autosave.start();
    await pass(1_000);
    state("saved");
  });
});
