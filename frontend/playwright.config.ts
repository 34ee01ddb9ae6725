import { defineConfig, devices } from "@playwright/test";

// Disable Chromium features that are not tested, some of which use the network.
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
 * `make e2e`: everything on a desktop, and tests tagged @phone on a phone, too. `make web-measure` (MEASURE=1): only
 * the measurement.
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
    // Recording would distort the measurement.
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
