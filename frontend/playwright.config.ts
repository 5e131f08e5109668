import { defineConfig } from '@playwright/test';

const baseURL = process.env.E2E_BASE_URL;
if (!baseURL)
  throw new Error('Set E2E_BASE_URL to a running Klimabrücke; `make test-browser` does both.');

export default defineConfig({
  testDir: 'e2e',
  outputDir: 'test-results',
  fullyParallel: true,
  workers: 2,
  forbidOnly: true,
  timeout: 60_000,
  expect: { timeout: 10_000 },
  reporter: [['line']],
  use: {
    baseURL,
    locale: 'de-DE',
    // Pages are tested against the server; offline.spec.ts allows the worker again.
    serviceWorkers: 'block',
    launchOptions: { executablePath: process.env.CHROMIUM || '/usr/bin/chromium-headless-shell' },
    trace: 'off'
  }
});
