// CPU time of hostile Markdown in one process: `make bench-markdown`. Prints the median of five runs per construct at
// three lengths, and the growth from the second to the third. Fails if a text takes more than BOUND milliseconds.
import { runnerImport } from "vite";

const BOUND = 50;
const RUNS = 5;
const SIZES = [16, 32, 64];
const MENTIONS = ["ada"];

const options = { configFile: false, logLevel: "error", root: new URL("..", import.meta.url).pathname };
const { renderMarkdown } = (await runnerImport("./src/lib/markdown/render.ts", options)).module;
const { HOSTILE } = (await runnerImport("./src/lib/markdown/hostile.ts", options)).module;

function measure(text) {
  const times = [];
  let rendered;
  for (let run = 0; run < RUNS; run += 1) {
    globalThis.gc(); // Do not charge garbage of one run to the next.
    const before = process.cpuUsage();
    rendered = renderMarkdown(text, MENTIONS);
    const { user, system } = process.cpuUsage(before);
    times.push((user + system) / 1000);
  }
  return { time: times.sort((a, b) => a - b)[(RUNS - 1) / 2], isPlain: rendered.isPlain };
}

// Warm up the JavaScript compiler.
for (let round = 0; round < 3; round += 1) for (const [, make] of HOSTILE) renderMarkdown(make(4096), MENTIONS);

const rows = HOSTILE.map(([name, make]) => ({ name, cells: SIZES.map((kilobytes) => measure(make(kilobytes * 1024))) }));
rows.sort((a, b) => b.cells.at(-1).time - a.cells.at(-1).time);

console.log(`\n  ${"construct".padEnd(34)}${SIZES.map((size) => `${size} kB`.padStart(12)).join("")}${"growth".padStart(9)}`);
for (const { name, cells } of rows) {
  const times = cells.map(({ time, isPlain }) => `${time.toFixed(1)} ms${isPlain ? " *" : "  "}`.padStart(12)).join("");
  console.log(`  ${name.padEnd(34)}${times}${(cells.at(-1).time / cells.at(-2).time).toFixed(2).padStart(9)}`);
}
console.log(`\n  * exceeds the bounds and is shown as plain text. At most ${BOUND} ms; Node ${process.version}.\n`);

const slow = rows.filter(({ cells }) => cells.some(({ time }) => time > BOUND)).map(({ name }) => name);
if (slow.length > 0) {
  console.error(`More than ${BOUND} ms: ${slow.join(", ")}`);
  process.exitCode = 1;
}
