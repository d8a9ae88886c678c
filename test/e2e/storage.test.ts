/** Nothing that somebody answered is lost: not where storage is forbidden or full, not by a killed page, not in two tabs. */
import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { expect, expectAccessible, test } from './harness.ts';

const notice = 'Progress cannot be saved in this browser. Everything else works.';
const stem = (page: Page) => page.locator('.stem');
const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true });

/** A browser that lets no page keep anything. */
function forbid(): void {
  Object.defineProperty(window, 'indexedDB', {
    value: {
      open: () => {
        throw new DOMException('forbidden', 'SecurityError');
      }
    }
  });
}

/** A browser whose disk is full: what is there can be read, and nothing be added. */
function fill(): void {
  IDBObjectStore.prototype.add = () => {
    throw new DOMException('full', 'QuotaExceededError');
  };
}

/** What the file holds that the notice offers. */
async function exported(page: Page): Promise<{ item: string; response: unknown }[]> {
  const [download] = await Promise.all([page.waitForEvent('download'), button(page, 'Export').first().click()]);
  const text = readFileSync(await download.path(), 'utf8');
  return (JSON.parse(text) as { entries: { item: string; response: unknown }[] }).entries;
}

async function giveUp(page: Page, times: number): Promise<void> {
  for (let i = 0; i < times; i++) {
    const count = page.getByText(/^\d+ of 10 ·/);
    const before = await count.textContent();
    await button(page, 'I don’t know').click();
    await expect(count).not.toHaveText(before ?? '');
  }
}

for (const [trouble, spoil] of [
  ['forbidden', forbid],
  ['full', fill]
] as const)
  test(`where storage is ${trouble} a test goes on, the page says so, and the answers leave as a file`, async ({
    page
  }) => {
    await page.addInitScript(spoil);
    await page.goto('quiz/?test=5&topic=all');
    await expect(stem(page)).toBeVisible();
    await giveUp(page, 2);
    await expect(page.getByText(notice)).toBeVisible();
    await expectAccessible(page, `storage ${trouble}`);
    expect(await exported(page)).toHaveLength(2);
    await page.getByRole('link', { name: 'All topics' }).click();
    await expect(page.getByText('2 answers, kept on this device only.')).toBeVisible();
    await expect(page.getByText(notice)).toBeVisible();
  });

test('what was kept before the disk was full is still there, and leaves in the same file', async ({ page }) => {
  await page.goto('quiz/?test=5&topic=all');
  await giveUp(page, 1);
  await page.addInitScript(fill);
  await page.reload();
  await giveUp(page, 1);
  await expect(page.getByText(notice)).toBeVisible();
  expect(await exported(page)).toHaveLength(2);
});

test('a page that is killed in the middle of a test goes on where it was', async ({ page, context }) => {
  await page.goto('quiz/?test=5&topic=all');
  await giveUp(page, 4);
  const fifth = await stem(page).textContent();
  const address = page.url();
  // Without a word to the page: no handler of leaving runs.
  await page.close({ runBeforeUnload: false });
  const again = await context.newPage();
  await again.goto(address);
  await expect(again.getByText(/^5 of 10 ·/)).toBeVisible();
  await expect(stem(again)).toHaveText(fifth ?? '');
});

test('an answer is in the log when the page has shown what came of it', async ({ page, context }) => {
  await page.goto('quiz/?practice=5&topic=queues');
  await button(page, 'Show solution').click();
  await expect(page.getByRole('region', { name: 'Explanation' })).toBeVisible();
  await page.close({ runBeforeUnload: false });
  const again = await context.newPage();
  await again.goto('quiz/');
  await expect(again.getByText('1 answer, kept on this device only.')).toBeVisible();
});

test('two tabs in the same test lose no answer, and each sees what the other has kept', async ({ page, context }) => {
  const other = await context.newPage();
  await page.goto('quiz/?test=5&topic=all');
  await other.goto('quiz/?test=6&topic=all');
  await Promise.all([giveUp(page, 3), giveUp(other, 3)]);
  const overview = await context.newPage();
  await overview.goto('quiz/');
  await expect(overview.getByText('6 answers, kept on this device only.')).toBeVisible();
  await giveUp(page, 1);
  await expect(overview.getByText('7 answers, kept on this device only.')).toBeVisible();
});
