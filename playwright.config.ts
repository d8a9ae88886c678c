import { defineConfig } from '@playwright/test';
import { findBrowser, launchArguments } from './src/cli/browser.ts';

const executablePath = findBrowser();

/** Each worker serves the built site itself (test/e2e/harness.ts), so no port is shared between runs. */
export default defineConfig({
  testDir: 'test/e2e',
  workers: 2,
  fullyParallel: true,
  forbidOnly: process.env['CI'] !== undefined,
  reporter: 'list',
  use: {
    launchOptions: { args: [...launchArguments], ...(executablePath === undefined ? {} : { executablePath }) }
  }
});
