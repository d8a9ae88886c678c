/** What a visitor does on a slow connection, while a page is only HTML. */
import type { Page } from '@playwright/test';
import { expect, test } from './harness.ts';

/** Opens a page whose program does not arrive until the function given back is called. */
async function openAsleep(page: Page, path: string): Promise<() => void> {
  let wake = (): void => undefined;
  const arrived = new Promise<void>((resolve) => (wake = resolve));
  await page.route('**/_app/immutable/entry/**', async (route) => {
    await arrived;
    await route.continue();
  });
  await page.goto(path, { waitUntil: 'commit' });
  return wake;
}

test('an answer that is pressed before the page can answer is given when it can', async ({ page }) => {
  const wake = await openAsleep(page, '');
  await page.getByRole('button', { name: 'It waits' }).click();
  await expect(page.getByText('Yes.', { exact: true })).toBeHidden();
  wake();
  await expect(page.getByText('Yes.', { exact: true })).toBeVisible();
});

test('a theme that is chosen before the page can answer is taken', async ({ page }) => {
  const wake = await openAsleep(page, '');
  await page.getByLabel('Theme').selectOption('dark');
  wake();
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
  await expect(page.getByLabel('Theme')).toHaveValue('dark');
});

test('words typed into the search before it can search are searched for', async ({ page }) => {
  const wake = await openAsleep(page, 'search/');
  await page.getByRole('searchbox').fill('quota');
  wake();
  await expect(page.getByRole('searchbox')).toHaveValue('quota');
  await expect(page.getByRole('main').getByRole('link').first()).toBeVisible();
});
