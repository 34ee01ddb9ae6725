/**
 * A complete system for the browser tests: PostgreSQL, Redis, demo data, API, worker and the built web. Starts as `make
 * run` does, on its own ports and with temporary data.
 */
import { type ChildProcess, spawn } from "node:child_process";
import { randomInt } from "node:crypto";
import { readFileSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import path from "node:path";
import { createInterface } from "node:readline";
import { setTimeout as sleep } from "node:timers/promises";

export const CHECKOUT = path.resolve(import.meta.dirname, "../..");
const PYTHON = path.join(CHECKOUT, ".venv/bin/python");
const DIRECTORY = path.join(CHECKOUT, ".local/e2e/system");
const READY_MS = 300_000; // including a build of the web

/** Addresses of the running system; the Playwright workers read them from their environment. */
export const system = {
  get web(): string {
    return known("E2E_WEB");
  },
  get api(): string {
    return known("E2E_API");
  },
  /** Its `.local/`: mails in `mail/`, logs in `logs/`. */
  get directory(): string {
    return known("E2E_DIR");
  },
};

function known(name: string): string {
  const value = process.env[name];
  if (!value) throw new Error(`${name} is not set. Start the browser tests with \`make e2e\`.`);
  return value;
}

/** Start the system and return a function that stops it. */
export async function startSystem(): Promise<() => Promise<void>> {
  await endLeftover();
  rmSync(DIRECTORY, { recursive: true, force: true });
  const [port, webPort] = [await freePort(), await freePort()];
  // Its own process group: Ctrl-C reaches only this process, which stops the system in order.
  const child = python(["-m", "service", "local"], {
    LOCAL_DIR: DIRECTORY,
    PORT: String(port),
    WEB: "on",
    WEB_PORT: String(webPort),
    WORKERS: "1",
  });
  const web = await waitForLine(child, /^ {2}Web +(http\S+)/, READY_MS).catch(async (error: unknown) => {
    await stop(child);
    throw error;
  });
  process.env.E2E_WEB = web;
  process.env.E2E_API = `http://127.0.0.1:${port}`;
  process.env.E2E_DIR = DIRECTORY;
  return () => stop(child);
}

/** Run this checkout's Python with test settings in its own process group. */
export function python(command: string[], settings: Record<string, string>): ChildProcess {
  const environment: NodeJS.ProcessEnv = { ...process.env };
  // Never use a developer's own database.
  for (const name of ["DATABASE_URL", "REDIS_URL", "SECRET_KEYS", "MAIL_URL", "PUBLIC_URL", "WEB_URL", "HOST", "NODE_ENV", "NODE_OPTIONS"]) {
    delete environment[name];
  }
  return spawn(PYTHON, command, {
    cwd: CHECKOUT,
    // Tests set X-Forwarded-For, so that they do not share rate limits.
    env: { ...environment, TRUSTED_PROXIES: "127.0.0.1,::1", ...settings },
    stdio: ["ignore", "pipe", "inherit"],
    detached: true,
  });
}

/** Wait for the first matching line and return its first group. Print the lines before it. */
export function waitForLine(child: ChildProcess, wanted: RegExp, patience: number): Promise<string> {
  return new Promise((resolve, reject) => {
    const lines: string[] = [];
    const fail = (why: string): void => reject(new Error([`${why} Last lines:`, ...lines.slice(-30)].join("\n")));
    const timer = setTimeout(() => fail(`The system did not start within ${patience / 1000} s.`), patience);
    child.once("error", reject);
    child.once("exit", (status) => {
      clearTimeout(timer);
      fail(`The system has ended (exit status ${status}).`);
    });
    if (child.stdout === null) return fail("The process has no output.");
    createInterface({ input: child.stdout }).on("line", (line) => {
      lines.push(line);
      const found = wanted.exec(line);
      if (found !== null) {
        clearTimeout(timer);
        resolve(found[1] ?? line);
      } else if (/Building the web, once/.test(line)) {
        console.log(line);
      } else if (/The web does not start|The other parts continue/.test(line)) {
        clearTimeout(timer);
        fail("There is no web.");
      }
    });
  });
}

/** Stop a process in order, within a minute. */
export async function stop(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null || child.pid === undefined) return;
  const ended = new Promise((resolve) => child.once("exit", resolve));
  process.kill(child.pid, "SIGTERM");
  const late = setTimeout(() => child.kill("SIGKILL"), 60_000);
  await ended;
  clearTimeout(late);
}

/** Stop what an interrupted test run left behind. */
async function endLeftover(): Promise<void> {
  let pid: number;
  try {
    pid = Number(/process (\d+)/.exec(readFileSync(path.join(DIRECTORY, "run.lock"), "utf8"))?.[1]);
    if (!readFileSync(`/proc/${pid}/cmdline`, "utf8").replaceAll("\0", " ").includes("-m service local")) return;
    process.kill(pid, "SIGTERM");
  } catch {
    return;
  }
  for (let tries = 0; tries < 600; tries++) {
    try {
      process.kill(pid, 0);
    } catch {
      return;
    }
    await sleep(100);
  }
}

/** Use a port below the ephemeral range, so that no connection takes it first. */
export async function freePort(): Promise<number> {
  for (let tries = 0; tries < 50; tries++) {
    const port = randomInt(20_000, 32_000);
    const isFree = await new Promise<boolean>((resolve) => {
      const probe = createServer();
      probe.once("error", () => resolve(false));
      probe.listen(port, "127.0.0.1", () => probe.close(() => resolve(true)));
    });
    if (isFree) return port;
  }
  throw new Error("No free port.");
}
