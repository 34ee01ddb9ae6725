import { same } from "./content";

/**
 * Save edits shortly after typing pauses. Framework-free, so that tests can control time and network.
 *
 * - One save runs at a time; the newest text entered meanwhile is saved next.
 * - `If-Match` contains the version that was read, so no other edit is overwritten. After a 412, read the saved text: if
 *   it equals a save whose response was lost, it is our own; otherwise it is a conflict, and both texts stay until the
 *   maker chooses.
 * - An unavailable server is retried after 1, 2, 4 … 30 s, after `Retry-After`, or when the browser is online again. An
 *   ended session waits for a login.
 */
export interface Versioned<T> {
  value: T;
  version: number;
}

export interface Answer<T> extends Versioned<T> {
  /** Whatever else came with it. */
  extra?: unknown;
}

export interface Port<T> {
  save(value: T, version: number): Promise<Answer<T>>;
  read(): Promise<Answer<T>>;
}

export type SaveState<T> =
  | { kind: "saved" }
  /** Edited, waiting for the pause. */
  | { kind: "waiting" }
  | { kind: "saving" }
  /** Not saved; the next attempt is at `at` (epoch, ms). */
  | { kind: "retrying"; why: "unreachable" | "busy"; at: number }
  /** The session has ended. */
  | { kind: "login" }
  /** Another editor saved. `base` is the common ancestor. */
  | { kind: "conflict"; base: T; theirs: T; extra: unknown }
  /** The service rejected it; the next edit retries. */
  | { kind: "refused"; error: SaveError };

/** The part of an error that matters here; the API client's ApiError fits. */
export interface SaveError {
  status: number;
  code: string;
  /** Seconds. */
  retryAfter?: number | null | undefined;
}

export interface AutosaveOptions<T> {
  port: Port<T>;
  base: Versioned<T>;
  /** Milliseconds without input before a save. */
  pause?: number;
  /** Milliseconds of continuous input before a save. */
  longest?: number;
  random?: () => number;
}

export interface AutosaveListener<T> {
  onState?: (state: SaveState<T>) => void;
  /** The service has saved this. */
  onSaved?: (answer: Answer<T>, sent: T) => void;
  /** Another editor saved and nothing here was unsaved: show theirs. */
  onTheirs?: (answer: Answer<T>) => void;
}

const LONGEST_WAIT = 30_000;
const LOGIN_PROBE = 15_000;

export class Autosave<T> {
  private readonly port: Port<T>;
  private readonly pause: number;
  private readonly longest: number;
  private readonly random: () => number;
  private listener: AutosaveListener<T> = {};
  /** The service's last known value. */
  private base: Versioned<T>;
  private current: T;
  private status: SaveState<T> = { kind: "saved" };
  private timer: ReturnType<typeof setTimeout> | null = null;
  private firstEdit: number | null = null;
  private running: Promise<void> | null = null;
  private attempts = 0;
  /** Sent, but the response was lost: the service may have saved them. */
  private uncertain: T[] = [];
  private mustRead = false;
  private stopped = false;

  constructor(options: AutosaveOptions<T>) {
    this.random = options.random ?? Math.random;
    this.port = options.port;
    this.base = options.base;
    this.current = options.base.value;
    this.pause = options.pause ?? 800;
    this.longest = options.longest ?? 5_000;
  }

  get state(): SaveState<T> {
    return this.status;
  }

  get version(): number {
    return this.base.version;
  }

  get saved(): T {
    return this.base.value;
  }

  /** Whether some input is not saved yet, as far as known. */
  get lacks(): boolean {
    return !same(this.current, this.base.value);
  }

  /** Like `lacks`, or a save is running. */
  get dirty(): boolean {
    return this.running !== null || this.lacks;
  }

  /** Set the listener, replacing the previous one. */
  listen(listener: AutosaveListener<T>): void {
    this.listener = listener;
  }

  /** Set the current text. */
  edit(value: T): void {
    this.current = value;
    if (this.stopped || this.status.kind === "conflict") return;
    if (this.running) return; // saved next
    if (same(value, this.base.value) && this.uncertain.length === 0) {
      this.clear();
      this.firstEdit = null;
      this.attempts = 0;
      this.set({ kind: "saved" });
      return;
    }
    // Keep waiting as requested; the newest text is sent afterwards.
    if (this.status.kind === "retrying" || this.status.kind === "login") return;
    this.schedule();
  }

  /** Save unsaved text now. Return whether everything is saved. */
  async flush(): Promise<boolean> {
    // Text entered during a save is saved next: two rounds suffice for what existed at the call.
    for (let round = 0; round < 3; round++) {
      if (this.running) await this.running;
      if (!this.dirty) return true;
      if (this.status.kind === "conflict") return false;
      if (this.status.kind === "retrying" && this.status.why === "busy" && this.status.at > Date.now()) return false;
      await this.begin();
      if (this.status.kind !== "saved" && this.status.kind !== "waiting") return !this.dirty;
    }
    return !this.dirty;
  }

  /** Retry now: online again, logged in again, or visible again. */
  wake(): void {
    if (this.stopped || this.running) return;
    const { status } = this;
    if (status.kind === "login" || (status.kind === "retrying" && status.why === "unreachable")) void this.begin();
  }

  /** Read the service's value if nothing is unsaved: another tab or editor may have saved. */
  async check(): Promise<void> {
    if (this.stopped || this.dirty || this.status.kind !== "saved") return;
    let answer: Answer<T>;
    try {
      answer = await this.port.read();
    } catch {
      return; // the next save reports it
    }
    if (this.stopped || this.dirty || answer.version <= this.base.version) return;
    const changed = !same(answer.value, this.base.value);
    this.base = { value: answer.value, version: answer.version };
    this.current = answer.value;
    if (changed) this.listener.onTheirs?.(answer);
  }

  /** Start a conflict between restored text and the service's newer value. */
  collide(mine: T, base: T): void {
    this.clear();
    this.current = mine;
    this.set({ kind: "conflict", base, theirs: this.base.value, extra: undefined });
  }

  /** Resolve a conflict by saving this value over theirs. */
  resolve(value: T): void {
    if (this.status.kind !== "conflict") return;
    this.current = value;
    this.set({ kind: "waiting" });
    if (same(value, this.base.value)) this.set({ kind: "saved" });
    else void this.begin();
  }

  /** Stop all timers. The caller keeps unsaved text. */
  stop(): void {
    this.stopped = true;
    this.clear();
  }

  /** Resume after `stop` (an effect that runs twice). */
  start(): void {
    if (!this.stopped) return;
    this.stopped = false;
    if (this.dirty && !this.running) this.schedule();
  }

  private schedule(): void {
    const now = Date.now();
    this.firstEdit ??= now;
    const wait = Math.max(0, Math.min(this.pause, this.firstEdit + this.longest - now));
    this.arm(wait);
    this.set({ kind: "waiting" });
  }

  private arm(wait: number): void {
    this.clear();
    this.timer = setTimeout(() => void this.begin(), wait);
  }

  private clear(): void {
    if (this.timer !== null) clearTimeout(this.timer);
    this.timer = null;
  }

  private begin(): Promise<void> {
    this.clear();
    this.running ??= this.run().finally(() => {
      this.running = null;
      // Edited during the save.
      const settled = this.status.kind === "saved" || this.status.kind === "waiting";
      if (settled && !this.stopped && this.timer === null && !same(this.current, this.base.value)) this.schedule();
    });
    return this.running;
  }

  private async run(): Promise<void> {
    this.firstEdit = null;
    const sent = this.current;
    try {
      if (this.mustRead) {
        await this.reconcile();
        if (this.status.kind === "conflict" || same(this.current, this.base.value)) return;
      }
      this.set({ kind: "saving" });
      const answer = await this.port.save(sent, this.base.version);
      this.base = { value: sent, version: answer.version };
      this.attempts = 0;
      this.uncertain = [];
      this.listener.onSaved?.(answer, sent);
      this.set({ kind: "saved" });
    } catch (error) {
      await this.failed(asSaveError(error), sent);
    }
  }

  private async failed(error: SaveError, sent: T): Promise<void> {
    if (error.status === 412) {
      this.mustRead = true;
      try {
        await this.reconcile();
      } catch (second) {
        this.wait(asSaveError(second));
        return;
      }
      // It was our own save: send the newer text next.
      if (this.status.kind !== "conflict") await this.afterOwn();
      return;
    }
    // No response, or an ambiguous one: the service may have saved it.
    if (error.status === 0 || error.status === 408 || error.status >= 500) {
      if (!this.uncertain.some((one) => same(one, sent))) this.uncertain = [...this.uncertain.slice(-4), sent];
    }
    this.wait(error);
  }

  private async afterOwn(): Promise<void> {
    if (same(this.current, this.base.value)) {
      this.set({ kind: "saved" });
      return;
    }
    const sent = this.current;
    try {
      const answer = await this.port.save(sent, this.base.version);
      this.base = { value: sent, version: answer.version };
      this.listener.onSaved?.(answer, sent);
      this.set({ kind: "saved" });
    } catch (error) {
      const found = asSaveError(error);
      if (found.status === 412) this.mustRead = true;
      this.wait(found.status === 412 ? { status: 0, code: "stale" } : found);
    }
  }

  /** After a 412, read the value and find out who saved it. */
  private async reconcile(): Promise<void> {
    const theirs = await this.port.read();
    this.mustRead = false;
    const before = this.base.value;
    const own = same(theirs.value, before) || same(theirs.value, this.current);
    const late = this.uncertain.some((sent) => same(theirs.value, sent));
    this.base = { value: theirs.value, version: theirs.version };
    this.uncertain = [];
    this.attempts = 0;
    if (own || late) {
      this.listener.onSaved?.(theirs, theirs.value);
      if (same(this.current, theirs.value)) this.set({ kind: "saved" });
      return;
    }
    this.set({ kind: "conflict", base: before, theirs: theirs.value, extra: theirs.extra });
  }

  private wait(error: SaveError): void {
    if (error.status === 401) {
      this.set({ kind: "login" });
      if (!this.stopped) this.arm(LOGIN_PROBE);
      return;
    }
    const again = error.status === 0 || error.status === 408 || error.status === 429 || error.status >= 500;
    if (!again) {
      this.set({ kind: "refused", error });
      return;
    }
    const asked = error.retryAfter != null && error.retryAfter > 0 ? error.retryAfter * 1_000 : 0;
    const random = this.random();
    const backoff = Math.min(LONGEST_WAIT, 1_000 * 2 ** this.attempts) * (0.8 + 0.4 * random);
    this.attempts = Math.min(this.attempts + 1, 10);
    const wait = Math.max(asked, error.status === 429 && asked > 0 ? 0 : backoff);
    this.set({ kind: "retrying", why: error.status === 429 ? "busy" : "unreachable", at: Date.now() + wait });
    if (!this.stopped) this.arm(wait);
  }

  private set(state: SaveState<T>): void {
    const before = this.status;
    this.status = state;
    if (before.kind === "saved" && state.kind === "saved") return;
    this.listener.onState?.(state);
  }
}

/** An error that is not an API response counts as unreachable. */
export function asSaveError(error: unknown): SaveError {
  if (error !== null && typeof error === "object" && "status" in error && typeof error.status === "number") {
    return error as SaveError;
  }
  return { status: 0, code: "unreachable" };
}
