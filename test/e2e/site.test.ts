import type { Page } from '@playwright/test';
import { builtPages } from '../../src/cli/built-site.ts';
import { expect, expectAccessible, expectNoSidewaysScroll, subPath, test } from './harness.ts';

const widths = [360, 1280];
const themes = ['light', 'dark'] as const;
const narrowest = 320;
const height = 800;

/** Kit's start-up script is inline: it ran only if its hash is in the page's policy. */
const started = (page: Page): Promise<boolean> =>
  page.evaluate(() => Object.keys(window).some((name) => name.startsWith('__sveltekit_')));

for (const path of builtPages())
  test.describe(`/${path}`, () => {
    test('is accessible and fits, narrow and wide, light and dark', async ({ page }) => {
      await page.emulateMedia({ reducedMotion: 'reduce' });
      await page.goto(path);
      for (const width of widths) {
        await page.setViewportSize({ width, height });
        await expectNoSidewaysScroll(page, `${width} px`);
        for (const colorScheme of themes) {
          await page.emulateMedia({ colorScheme });
          await expectAccessible(page, `${width} px, ${colorScheme}`);
        }
      }
      await page.setViewportSize({ width: narrowest, height });
      await expectNoSidewaysScroll(page, `${narrowest} px`);
    });

    test('can be read without JavaScript', async ({ browser, site }) => {
      const context = await browser.newContext({ javaScriptEnabled: false, viewport: { width: 360, height } });
      const page = await context.newPage();
      const response = await page.goto(site + path);
      expect(response?.status()).toBe(200);
      await expect(page.getByRole('heading', { level: 1 })).toHaveCount(1);
      await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
      await context.close();
    });

    test('starts below a sub-path, and its links stay there', async ({ page, siteBelow }) => {
      await page.goto(siteBelow + path, { waitUntil: 'load' });
      expect(await started(page)).toBe(true);
      const links = await page.evaluate(() => [...document.links].map(({ href }) => href));
      const { origin } = new URL(siteBelow);
      const astray = links.filter((href) => href.startsWith(origin) && !href.startsWith(origin + subPath));
      expect(astray).toEqual([]);
    });
  });
