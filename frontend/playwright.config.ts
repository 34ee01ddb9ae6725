import { defineConfig, devices } from "@playwright/test";

// What Chromium would do beside showing pages: nothing of it is tested, and some of it asks the network.
const FLAGS = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

const desk = { ...devices["Desktop Chrome"], viewport: { width: 1280, height: 800 } };
const phone = { ...devices["Pixel 7"], viewport: { width: 390, height: 844 } };

/**
 * `make e2e`: everything at a desk's width, and what is tagged @phone on a phone too. `make web-measure` (MEASURE=1):
 * only the measurement, with nothing beside it.
 */
export default defineConfig({
  testDir: "e2e",
  outputDir: "../.local/e2e/results",
  globalSetup: "./e2e/global-setup.ts",
  fullyParallel: true,
  forbidOnly: Boolean(process.env.CI),
  workers: process.env.MEASURE ? 1 : 2,
  timeout: 45_000,
  expect: { timeout: 10_000 },
  reporter: [["list"]],
  use: {
    locale: "en-GB",
    timezoneId: "Europe/Amsterdam",
    // Recording would be measured along.
    trace: process.env.MEASURE ? "off" : "retain-on-failure",
    screenshot: process.env.MEASURE ? "off" : "only-on-failure",
    launchOptions: { executablePath: process.env.CHROMIUM || undefined, args: FLAGS },
  },
  projects: process.env.MEASURE
    ? [{ name: "measure", testMatch: "measure.ts", use: desk }]
    : [
        { name: "desk", use: desk },
        { name: "phone", grep: /@phone/, use: phone },
      ],
});
