/**
 * Cost of a visitor's first page, in Chromium against a production build: `make web-measure`.
 *
 * Server response: from the request to the last byte of the HTML, median of 20 after 5 warm-up requests. JavaScript:
 * transferred bytes of scripts with an empty cache, until the network is idle. Layout shift: while loading and while
 * scrolling to the end, except after input, as in CLS.
 */
import type { Browser, CDPSession } from "@playwright/test";
import { expect, system, test } from "./fixtures";

const BOUNDS = { answer: 150, script: 150_000, shift: 0.05 };
const WIDTHS = { phone: { width: 390, height: 844 }, desk: { width: 1280, height: 800 } };
const PAGES = {
  "front page": "/",
  project: "/projects/adaeze-teaches/wrong-on-purpose",
  workflow: "/projects/adaeze-teaches/wrong-on-purpose/workflows/planted-mistake",
};

test("a visitor's first page", async ({ browser }) => {
  test.setTimeout(240_000);
  const rows: { page: string; width: string; answer: number; script: number; shift: number }[] = [];
  for (const [page, path] of Object.entries(PAGES)) {
    const answer = await medianAnswer(path);
    if (answer === null) continue;
    for (const [width, viewport] of Object.entries(WIDTHS)) {
      rows.push({ page, width, answer, ...(await load(browser, path, viewport)) });
    }
  }
  console.log(`\n  ${"page".padEnd(12)}${"width".padEnd(8)}${"answer".padStart(10)}${"JavaScript".padStart(14)}${"shift".padStart(9)}`);
  for (const row of rows) {
    const cells = [`${row.answer.toFixed(1)} ms`.padStart(10), `${(row.script / 1000).toFixed(1)} kB`.padStart(14), row.shift.toFixed(3).padStart(9)];
    console.log(`  ${row.page.padEnd(12)}${row.width.padEnd(8)}${cells.join("")}`);
  }
  console.log(`  ${"at most".padEnd(20)}${`${BOUNDS.answer} ms`.padStart(10)}${`${BOUNDS.script / 1000} kB`.padStart(14)}${String(BOUNDS.shift).padStart(9)}\n`);
  for (const row of rows) {
    const what = `${row.page}, ${row.width}`;
    expect.soft(row.answer, `${what}: server answer`).toBeLessThanOrEqual(BOUNDS.answer);
    expect.soft(row.script, `${what}: JavaScript`).toBeLessThanOrEqual(BOUNDS.script);
    expect.soft(row.shift, `${what}: layout shift`).toBeLessThanOrEqual(BOUNDS.shift);
  }
});

/** Null if the page does not exist; the test has then failed already. */
async function medianAnswer(path: string): Promise<number | null> {
  const times: number[] = [];
  for (let round = 0; round < 25; round++) {
    const before = performance.now();
    const answer = await fetch(system.web + path, { headers: { "accept-encoding": "gzip", "accept-language": "en" } });
    await answer.arrayBuffer();
    expect.soft(answer.status, path).toBe(200);
    if (answer.status !== 200) return null;
    if (round >= 5) times.push(performance.now() - before);
  }
  times.sort((a, b) => a - b);
  return ((times[9] ?? 0) + (times[10] ?? 0)) / 2;
}

async function load(browser: Browser, path: string, viewport: { width: number; height: number }): Promise<{ script: number; shift: number }> {
  const context = await browser.newContext({ viewport, baseURL: system.web });
  const page = await context.newPage();
  await page.addInitScript(() => {
    const seen = window as unknown as { shift: number };
    seen.shift = 0;
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries() as unknown as { value: number; hadRecentInput: boolean }[]) {
        if (!entry.hadRecentInput) seen.shift += entry.value;
      }
    }).observe({ type: "layout-shift", buffered: true });
  });
  const scripts = await countScripts(await context.newCDPSession(page));
  await page.goto(path, { waitUntil: "networkidle" });
  await page.waitForTimeout(500);
  for (let tries = 0; tries < 20; tries++) {
    const more = await page.evaluate(() => {
      window.scrollBy({ top: window.innerHeight, behavior: "instant" });
      return window.scrollY + window.innerHeight < document.documentElement.scrollHeight - 1;
    });
    await page.waitForTimeout(50);
    if (!more) break;
  }
  await page.waitForLoadState("networkidle");
  await page.waitForTimeout(300);
  const shift = await page.evaluate(() => (window as unknown as { shift: number }).shift);
  await context.close();
  return { script: scripts.bytes, shift };
}

async function countScripts(session: CDPSession): Promise<{ bytes: number }> {
  const found = { bytes: 0 };
  const scripts = new Set<string>();
  await session.send("Network.enable");
  session.on("Network.responseReceived", (event) => {
    if (event.type === "Script" || /javascript/.test(event.response.mimeType)) scripts.add(event.requestId);
  });
  session.on("Network.loadingFinished", (event) => {
    if (scripts.has(event.requestId)) found.bytes += event.encodedDataLength;
  });
  return found;
}
