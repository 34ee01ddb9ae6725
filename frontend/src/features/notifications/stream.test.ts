// @vitest-environment node
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { NotificationStream, type Environment, type StreamEvent } from "./stream";

/** A browser with tabs: one lock, one channel, and a server whose streams the test controls. */
class Browser {
  readonly opened: { lastSeq: string | null; controller: ReadableStreamDefaultController<Uint8Array>; signal: AbortSignal }[] = [];
  answers: (() => Response)[] = [];
  private readonly channels = new Set<{ onmessage: ((event: MessageEvent) => void) | null }>();
  private holder: Promise<void> = Promise.resolve();

  tab() {
    let isShown = true;
    let changed: (what: "visibility" | "left" | "online") => void = () => undefined;
    const around: Environment = {
      open: async (lastSeq, signal) => {
        const answer = this.answers.shift();
        if (answer !== undefined) return answer();
        let controller!: ReadableStreamDefaultController<Uint8Array>;
        const body = new ReadableStream<Uint8Array>({ start: (given) => void (controller = given) });
        this.opened.push({ lastSeq, controller, signal });
        return new Response(body, { headers: { "content-type": "text/event-stream" } });
      },
      lead: (signal, work) => {
        const mine = this.holder.then(() => (signal.aborted ? undefined : work()));
        this.holder = mine.catch(() => undefined);
        return mine;
      },
      channel: () => {
        const own = {
          onmessage: null as ((event: MessageEvent) => void) | null,
          postMessage: (data: unknown) => {
            for (const other of this.channels) if (other !== own) other.onmessage?.({ data } as MessageEvent);
          },
          close: () => void this.channels.delete(own),
        };
        this.channels.add(own);
        return own;
      },
      visible: () => isShown,
      watch: (callback) => {
        changed = callback;
        return () => undefined;
      },
      random: () => 1,
    };
    const told: StreamEvent[] = [];
    const live = new NotificationStream(around);
    const leave = live.subscribe((one) => told.push(one));
    return {
      told,
      leave,
      show: (shown: boolean) => {
        isShown = shown;
        changed("visibility");
      },
      online: () => changed("online"),
    };
  }

  send(text: string, stream = this.opened.length - 1): void {
    this.opened[stream]?.controller.enqueue(new TextEncoder().encode(text));
  }
  end(stream = this.opened.length - 1): void {
    this.opened[stream]?.controller.close();
  }
}

const unread = (count: number, seq?: number) =>
  `${seq === undefined ? "" : `id: ${seq}\n`}event: unread\ndata: {"unread":${count}}\n\n`;
const news = (seq: number) => `id: ${seq}\nevent: notification\ndata: {"notification_id":"n${seq}","seq":${seq}}\n\n`;
const settle = () => vi.advanceTimersByTimeAsync(0);

let browser: Browser;

beforeEach(() => {
  vi.useFakeTimers();
  browser = new Browser();
});
afterEach(() => vi.useRealTimers());

describe("live notifications", () => {
  it("arrive live", async () => {
    const tab = browser.tab();
    await settle();
    browser.send(unread(3, 7) + news(8) + unread(4));
    await settle();
    expect(tab.told.map((one) => (one.type === "unread" ? one.unread : one.notification.seq))).toEqual([3, 8, 4]);
  });

  it("use one stream for all tabs", async () => {
    const first = browser.tab();
    await settle();
    browser.send(unread(3, 7));
    await settle();
    const second = browser.tab();
    await settle();
    expect(browser.opened).toHaveLength(1);
    // A new tab gets the current state, too.
    expect(second.told).toEqual([{ type: "unread", unread: 3 }]);
    browser.send(news(8));
    await settle();
    expect(first.told).toHaveLength(2);
    expect(second.told).toHaveLength(2);
  });

  it("resume in another tab when the leader is hidden", async () => {
    const first = browser.tab();
    const second = browser.tab();
    await settle();
    browser.send(unread(3, 7) + news(8));
    await settle();
    first.show(false);
    await vi.advanceTimersByTimeAsync(10_000);
    expect(browser.opened).toHaveLength(1);
    await vi.advanceTimersByTimeAsync(25_000);
    expect(browser.opened[0]?.signal.aborted).toBe(true);
    expect(browser.opened).toHaveLength(2);
    expect(browser.opened[1]?.lastSeq).toBe("8");
    browser.send(news(9));
    await settle();
    expect(second.told.at(-1)).toMatchObject({ notification: { seq: 9 } });
  });

  it("reconnect after the server's retry time, from the last event", async () => {
    browser.tab();
    await settle();
    browser.send(`retry: 3000\n\n${unread(0, 41)}event: closed\ndata: {"reason":"restart"}\n\n`);
    await vi.advanceTimersByTimeAsync(2_999);
    expect(browser.opened).toHaveLength(1);
    await vi.advanceTimersByTimeAsync(1);
    expect(browser.opened).toHaveLength(2);
    expect(browser.opened[1]?.lastSeq).toBe("41");
  });

  it("back off while the server is unavailable, and reconnect when online", async () => {
    const away = () => {
      throw new TypeError("fetch failed");
    };
    browser.answers = [away, away, away, away];
    const tab = browser.tab();
    await vi.advanceTimersByTimeAsync(1_000 + 2_000);
    expect(browser.answers).toHaveLength(1);
    await vi.advanceTimersByTimeAsync(3_999);
    expect(browser.answers).toHaveLength(1);
    await vi.advanceTimersByTimeAsync(1);
    expect(browser.answers).toHaveLength(0);
    expect(browser.opened).toHaveLength(0);
    tab.online();
    await settle();
    expect(browser.opened).toHaveLength(1);
  });

  it.each([503, 429])("respect Retry-After with %i", async (status) => {
    browser.answers = [() => new Response(null, { status, headers: { "retry-after": "30" } })];
    browser.tab();
    await vi.advanceTimersByTimeAsync(29_000);
    expect(browser.opened).toHaveLength(0);
    await vi.advanceTimersByTimeAsync(1_000);
    expect(browser.opened).toHaveLength(1);
  });

  it("drop a silent connection", async () => {
    browser.tab();
    await settle();
    browser.send(":\n\n");
    await vi.advanceTimersByTimeAsync(39_000);
    expect(browser.opened).toHaveLength(1);
    await vi.advanceTimersByTimeAsync(3_000);
    expect(browser.opened).toHaveLength(2);
  });

  it.each([
    ["a session that ended", () => browser.send('event: closed\ndata: {"reason":"session_ended"}\n\n')],
    ["a stranger", () => undefined],
  ])("end with %s", async (_, act) => {
    if (_ === "a stranger") browser.answers = [() => new Response(null, { status: 401 })];
    const tab = browser.tab();
    await settle();
    act();
    const before = browser.opened.length;
    await vi.advanceTimersByTimeAsync(600_000);
    tab.show(false);
    tab.show(true);
    await vi.advanceTimersByTimeAsync(600_000);
    expect(browser.opened).toHaveLength(before);
  });

  it("stop with the page", async () => {
    const tab = browser.tab();
    await settle();
    tab.leave();
    expect(browser.opened[0]?.signal.aborted).toBe(true);
    await vi.advanceTimersByTimeAsync(600_000);
    expect(browser.opened).toHaveLength(1);
  });
});
