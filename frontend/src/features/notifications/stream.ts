import type { components } from "@/lib/api/schema";
import { sseParser } from "./sse";

export type Notification = components["schemas"]["Notification"];

/** Events of the stream. */
export type StreamEvent = { type: "unread"; unread: number } | { type: "notification"; notification: Notification };

/** Messages between the tabs of a browser. */
type TabMessage = { told: StreamEvent; seq: string | null } | "asking";

/** The parts of the browser used here; tests replace them. */
export type Environment = {
  open: (lastSeq: string | null, signal: AbortSignal) => Promise<Response>;
  /** Run `work` while this tab is the leader; immediately if the browser has no locks. */
  lead: (signal: AbortSignal, work: () => Promise<void>) => Promise<void>;
  channel: () => Channel | null;
  visible: () => boolean;
  /** Call back when the tab is shown, hidden, closed, restored, or online again. */
  watch: (changed: (what: "visibility" | "left" | "online") => void) => () => void;
  random: () => number;
};
type Channel = { postMessage: (said: TabMessage) => void; onmessage: ((event: MessageEvent<TabMessage>) => void) | null; close: () => void };

/** The API sends something every 15 s. */
const SILENCE = 40_000;
/** A tab that is hidden briefly keeps its stream. */
const GRACE = 30_000;
const FIRST = 1_000;
const LONGEST = 60_000;

/**
 * Live notifications with one stream for all tabs of a browser. Visible tabs compete to lead; the leader holds the
 * stream and broadcasts to the others. When it is hidden or closed, the next one resumes after the last event id, so
 * that nothing is missed or repeated.
 */
export class NotificationStream {
  private readonly listeners = new Set<(told: StreamEvent) => void>();
  private readonly around: Environment;
  private unread: number | null = null;
  private seq: string | null = null;
  private running: AbortController | null = null;
  private channel: Channel | null = null;
  private leading = false;
  /** The session has ended: no events until the next login, which loads a new page. */
  private over = false;
  private hiding: ReturnType<typeof setTimeout> | undefined;
  private wake: (() => void) | null = null;
  private unwatch: (() => void) | null = null;

  constructor(around: Environment) {
    this.around = around;
  }

  /** Report the current state immediately, then every event. */
  subscribe(listener: (told: StreamEvent) => void): () => void {
    this.listeners.add(listener);
    if (this.unread !== null) listener({ type: "unread", unread: this.unread });
    if (this.listeners.size === 1) {
      this.unwatch = this.around.watch((what) => this.changed(what));
      if (this.around.visible()) this.start();
    }
    return () => {
      this.listeners.delete(listener);
      if (this.listeners.size > 0) return;
      this.unwatch?.();
      this.unwatch = null;
      this.stop();
    };
  }

  private changed(what: "visibility" | "left" | "online"): void {
    clearTimeout(this.hiding);
    if (what === "online") this.wake?.();
    else if (what === "left") this.stop();
    else if (this.around.visible()) this.start();
    else this.hiding = setTimeout(() => this.stop(), GRACE);
  }

  private start(): void {
    if (this.running !== null || this.over) return;
    const controller = new AbortController();
    this.running = controller;
    this.channel = this.around.channel();
    if (this.channel !== null) {
      this.channel.onmessage = ({ data }) => this.heard(data);
      this.channel.postMessage("asking");
    }
    void this.around
      .lead(controller.signal, async () => {
        this.leading = true;
        try {
          await this.stream(controller.signal);
        } finally {
          this.leading = false;
        }
      })
      .catch(() => undefined);
  }

  private stop(): void {
    clearTimeout(this.hiding);
    this.running?.abort();
    this.running = null;
    this.channel?.close();
    this.channel = null;
  }

  private heard(said: TabMessage): void {
    if (said === "asking") {
      if (this.leading && this.unread !== null) {
        this.channel?.postMessage({ told: { type: "unread", unread: this.unread }, seq: this.seq });
      }
      return;
    }
    this.tell(said.told, said.seq);
  }

  private tell(told: StreamEvent, seq: string | null): void {
    if (seq !== null) this.seq = seq;
    if (told.type === "unread") this.unread = told.unread;
    for (const listener of [...this.listeners]) listener(told);
  }

  private async stream(signal: AbortSignal): Promise<void> {
    let attempt = 0;
    while (!signal.aborted) {
      // Half of the delay is random, so that clients do not reconnect at the same moment.
      let pause = Math.min(LONGEST, FIRST * 2 ** attempt) * (0.5 + this.around.random() / 2);
      attempt += 1;
      try {
        const response = await this.around.open(this.seq, signal);
        if (response.ok && response.body !== null) {
          const end = await this.read(response.body, signal);
          if (end.reason === "session_ended") return this.finish();
          if (end.heard) attempt = 0;
          if (end.retry !== null) pause = end.retry;
        } else {
          await response.body?.cancel();
          if (response.status === 401 || response.status === 403) return this.finish();
          const after = Number.parseInt(response.headers.get("retry-after") ?? "", 10);
          if (Number.isFinite(after)) pause = Math.max(pause, after * 1_000);
        }
      } catch {
        // No network or server: retry after the delay.
      }
      if (signal.aborted) return;
      await this.sleep(pause, signal);
    }
  }

  private finish(): void {
    this.over = true;
  }

  private async read(
    body: ReadableStream<Uint8Array>,
    signal: AbortSignal,
  ): Promise<{ reason: string | null; retry: number | null; heard: boolean }> {
    const end: { reason: string | null; retry: number | null; heard: boolean } = { reason: null, retry: null, heard: false };
    const push = sseParser(
      ({ event, data, id }) => {
        end.heard = true;
        const read: unknown = parsed(data);
        if (event === "closed") end.reason = text(read, "reason");
        const told = toldBy(event, read);
        if (told === null) return;
        this.tell(told, id);
        this.channel?.postMessage({ told, seq: this.seq });
      },
      (milliseconds) => {
        end.retry = milliseconds;
      },
    );
    const reader = body.getReader();
    const decoder = new TextDecoder();
    const leave = () => void reader.cancel().catch(() => undefined);
    signal.addEventListener("abort", leave);
    try {
      for (;;) {
        const timer = setTimeout(leave, SILENCE);
        const { done, value } = await reader.read().finally(() => clearTimeout(timer));
        if (done) return end;
        push(decoder.decode(value, { stream: true }));
        if (end.reason !== null) return end;
      }
    } catch {
      return end;
    } finally {
      signal.removeEventListener("abort", leave);
      leave();
    }
  }

  private sleep(milliseconds: number, signal: AbortSignal): Promise<void> {
    return new Promise((resolve) => {
      const done = () => {
        clearTimeout(timer);
        signal.removeEventListener("abort", done);
        this.wake = null;
        resolve();
      };
      const timer = setTimeout(done, milliseconds);
      signal.addEventListener("abort", done);
      this.wake = done;
    });
  }
}

function toldBy(event: string, read: unknown): StreamEvent | null {
  if (typeof read !== "object" || read === null) return null;
  if (event === "unread" && "unread" in read && typeof read.unread === "number") return { type: "unread", unread: read.unread };
  if (event === "notification" && "notification_id" in read && "seq" in read) {
    return { type: "notification", notification: read as Notification };
  }
  return null;
}

function parsed(data: string): unknown {
  try {
    return JSON.parse(data);
  } catch {
    return null;
  }
}

function text(read: unknown, name: string): string | null {
  const value = typeof read === "object" && read !== null ? (read as Record<string, unknown>)[name] : null;
  return typeof value === "string" ? value : null;
}

let shared: NotificationStream | null = null;

/** Return the stream of this page. */
export function notificationStream(): NotificationStream {
  return (shared ??= new NotificationStream(browser(document.body.dataset.maker ?? "")));
}

function browser(maker: string): Environment {
  const name = `notifications:${maker}`;
  return {
    open: (lastSeq, signal) =>
      fetch("/api/v1/notifications/stream", {
        headers: { accept: "text/event-stream", ...(lastSeq === null ? {} : { "last-event-id": lastSeq }) },
        cache: "no-store",
        signal,
      }),
    // Locks need a secure context: over http, every visible tab has its own stream.
    lead: async (signal, work) => {
      if (navigator.locks === undefined) await work();
      else await navigator.locks.request(name, { signal }, work);
    },
    channel: () => (navigator.locks === undefined || typeof BroadcastChannel === "undefined" ? null : new BroadcastChannel(name)),
    visible: () => document.visibilityState === "visible",
    watch: (changed) => {
      const visibility = () => changed("visibility");
      const left = () => changed("left");
      const online = () => changed("online");
      document.addEventListener("visibilitychange", visibility);
      addEventListener("pageshow", visibility);
      addEventListener("pagehide", left);
      addEventListener("online", online);
      return () => {
        document.removeEventListener("visibilitychange", visibility);
        removeEventListener("pageshow", visibility);
        removeEventListener("pagehide", left);
        removeEventListener("online", online);
      };
    },
    random: Math.random,
  };
}
