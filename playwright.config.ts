import { defineConfig } from '@playwright/test';
import { findBrowser, launchArguments } from './src/cli/browser.ts';

const executablePath = findBrowser();

/** Each worker serves the built site itself (test/e2e/harness.ts), so no port is shared between runs. */
export default defineConfig({
  testDir: 'test/e2e',
  workers: 2,
  fullyParallel: true,
  // A busy machine is no failed test: axe reads a long page twice in each theme.
  timeout: 120_000,
  expect: { timeout: 15_000 },
  forbidOnly: process.env['CI'] !== undefined,
  reporter: 'list',
  use: {
    launchOptions: { args: [...launchArguments], ...(executablePath === undefined ? {} : { executablePath }) }
  }
});
