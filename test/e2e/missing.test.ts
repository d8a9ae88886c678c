/** What a static host shows where there is no page. It may stand at any address, also below a sub-path. */
import type { Page } from '@playwright/test';
import { expect, expectAccessible, expectNoSidewaysScroll, subPath, test } from './harness.ts';

/** A page of its own, unwatched: that the address is not there is logged by every browser. */
async function openMissing(page: Page, address: string): Promise<Page> {
  const context = await page
    .context()
    .browser()
    ?.newContext({ viewport: { width: 360, height: 740 } });
  if (context === undefined) throw new Error('there is no browser');
  const missing = await context.newPage();
  expect((await missing.goto(address))?.status()).toBe(404);
  return missing;
}

for (const path of ['nothing/', 'lessons/no/such/page', 'nothing.html'])
  test(`explains and leads on from /${path}, at the root and below a sub-path`, async ({ page, site, siteBelow }) => {
    for (const start of [site, siteBelow]) {
      const missing = await openMissing(page, start + path);
      await expect(missing.getByRole('heading', { level: 1 })).toHaveText('This page is not on the board');
      await missing.getByRole('link', { name: 'Browse runs' }).click();
      await expect(missing.getByRole('heading', { level: 1, name: 'Runs' })).toBeVisible();
      expect(missing.url()).toBe(`${start}runs/`);
      await missing.context().close();
    }
  });

test('is accessible, fits, and asks nobody but the host', async ({ page, siteBelow }) => {
  const missing = await openMissing(page, `${siteBelow}nothing/`);
  await expect(missing.getByRole('link', { name: 'Start page' })).toHaveAttribute('href', subPath);
  await expectAccessible(missing, 'no such page');
  await expectNoSidewaysScroll(missing, 'no such page');
  await missing.context().close();
});

test('says how to find the start page without JavaScript', async ({ page, site }) => {
  const context = await page.context().browser()?.newContext({ javaScriptEnabled: false });
  const missing = await context?.newPage();
  await missing?.goto(`${site}nothing/`);
  await expect(missing!.getByText('take parts off the end of the address')).toBeVisible();
  await context?.close();
});
