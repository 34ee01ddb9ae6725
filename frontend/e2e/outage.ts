/** An API that can be killed and restarted, and its web, both owned by one test. */
import { type ChildProcess, execFileSync, spawn } from "node:child_process";
import { openSync, readFileSync } from "node:fs";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { freePort, python, stop, system } from "./system";

const PATIENCE = 30_000;

export class Outage {
  private api: ChildProcess | undefined;
  private web: ChildProcess | undefined;

  private constructor(
    /** URL of this test's web; the data is shared. */
    readonly url: string,
    private readonly apiPort: number,
    private readonly webPort: number,
  ) {}

  static async begin(): Promise<Outage> {
    const [apiPort, webPort] = [await freePort(), await freePort()];
    const made = new Outage(`http://127.0.0.1:${webPort}`, apiPort, webPort);
    try {
      await Promise.all([made.start(), made.startWeb()]);
    } catch (error) {
      await made.end();
      throw error;
    }
    return made;
  }

  /** Kill the API immediately, as a crash would. */
  async kill(): Promise<void> {
    const api = this.api;
    this.api = undefined;
    if (api?.pid === undefined) return;
    // Kill each process: children would keep answering for a while after their parent's death.
    for (const pid of [api.pid, ...descendants(api.pid)]) {
      try {
        process.kill(pid, "SIGKILL");
      } catch {
        // It ended with its parent.
      }
    }
    await until(async () => !(await answers(`${this.apiUrl}/livez`)), "The API is still there.");
  }

  /** Start the API and wait until it is ready. */
  async start(): Promise<void> {
    if (this.api !== undefined) return;
    this.api = python(["-m", "service", "local", "exec", "--", "python", "-m", "service", "serve"], {
      LOCAL_DIR: system.directory,
      PORT: String(this.apiPort),
      METRICS_PORT: "0",
      WORKERS: "1",
      // Same issuer as the system's API, so that tokens work on both.
      PUBLIC_URL: system.api,
      WEB_URL: this.url,
      LOG_LEVEL: "error",
    });
    await until(() => answers(`${this.apiUrl}/readyz`), "The API does not start.");
  }

  async end(): Promise<void> {
    await this.kill();
    if (this.web !== undefined) await stop(this.web);
  }

  private get apiUrl(): string {
    return `http://127.0.0.1:${this.apiPort}`;
  }

  private async startWeb(): Promise<void> {
    const program = readFileSync(path.join(system.directory, "web.program"), "utf8");
    const log = openSync(path.join(system.directory, "logs", `web-${this.webPort}.log`), "a");
    this.web = spawn("node", [program], {
      cwd: path.dirname(program),
      env: {
        PATH: process.env.PATH,
        NODE_ENV: "production",
        NEXT_TELEMETRY_DISABLED: "1",
        API_URL: this.apiUrl,
        WEB_URL: this.url,
        PORT: String(this.webPort),
        HOSTNAME: "127.0.0.1",
        TRUSTED_PROXIES: "127.0.0.1,::1",
      },
      stdio: ["ignore", log, log],
    });
    await until(() => answers(`${this.url}/robots.txt`), "The web does not start.");
  }
}

function descendants(pid: number): number[] {
  const listed = execFileSync("ps", ["-A", "-o", "pid=,ppid="], { encoding: "utf8" });
  const pairs = listed.trim().split("\n").map((line) => line.trim().split(/\s+/).map(Number));
  const under = (parent: number): number[] =>
    pairs.flatMap(([child = 0, above]) => (above === parent ? [child, ...under(child)] : []));
  return under(pid);
}

async function answers(url: string): Promise<boolean> {
  try {
    const answer = await fetch(url, { signal: AbortSignal.timeout(2_000) });
    await answer.arrayBuffer();
    return answer.status < 500;
  } catch {
    return false;
  }
}

/** Shorter than a test's timeout, so that a failure reports its reason and processes are stopped. */
async function until(reached: () => Promise<boolean>, otherwise: string): Promise<void> {
  const end = Date.now() + PATIENCE;
  while (Date.now() < end) {
    if (await reached()) return;
    await sleep(100);
  }
  throw new Error(otherwise);
}
