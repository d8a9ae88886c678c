import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { expect, expectAccessible, expectNoSidewaysScroll, test } from './harness.ts';

const stem = (page: Page) => page.locator('.stem');
const focusStem = (page: Page) => stem(page).focus();

/** Goes on without answering, as somebody who knows nothing. */
async function giveUp(page: Page, times: number): Promise<void> {
  for (let i = 0; i < times; i++) {
    const before = await page.getByText(/^\d+ of 10 ·/).textContent();
    await page.getByRole('button', { name: 'I don’t know' }).click();
    if (i < 9) await expect(page.getByText(/^\d+ of 10 ·/)).not.toHaveText(before ?? '');
  }
}

test('a whole test can be walked by keyboard, and ends in a verdict', async ({ page }) => {
  await page.goto('quiz/?test=5&topic=all');
  await focusStem(page);
  for (let i = 1; i <= 10; i++) {
    await expect(page.getByText(new RegExp(`^${i} of 10 ·`))).toBeVisible();
    await page.getByRole('button', { name: 'I don’t know' }).focus();
    await page.keyboard.press('Enter');
  }
  await expect(page.getByRole('heading', { name: '0 of 10 right' })).toBeFocused();
  await expectAccessible(page, 'verdict');
});

test('a test goes on after a reload where it stopped, and asks everybody the same', async ({ page, browser, site }) => {
  await page.goto('quiz/?test=5&topic=all');
  const first = await stem(page).textContent();
  await giveUp(page, 3);
  const fourth = await stem(page).textContent();
  await page.reload();
  await expect(stem(page)).toHaveText(fourth ?? '');
  const other = await browser.newContext();
  const friend = await other.newPage();
  await friend.goto(`${site}quiz/?test=5&topic=all`);
  await expect(stem(friend)).toHaveText(first ?? '');
  await other.close();
});

test('practice explains at once, for the answer and for the key', async ({ page }) => {
  // Questions of this kind have options, whatever the bank holds.
  await page.goto('quiz/?practice=5&from=fits');
  await expect(stem(page)).toBeVisible();
  await expectAccessible(page, 'asked');
  await focusStem(page);
  await page.keyboard.press('1');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('region', { name: 'Explanation' })).toBeVisible();
  await expectAccessible(page, 'explained');
  await page.keyboard.press('Enter');
  await expect(page.getByText(/^2 of \d+ ·/)).toBeVisible();
});

test('a link to new questions asks everybody the same, and each has another like it', async ({ page, browser }) => {
  await page.goto('quiz/');
  await page.getByRole('link', { name: 'Does it fit?' }).click();
  await expect(page.getByText(/^1 of 10 ·/)).toBeVisible();
  const first = await stem(page).textContent();
  const other = await browser.newContext();
  const friend = await other.newPage();
  await friend.goto(page.url());
  await expect(stem(friend)).toHaveText(first ?? '');
  await other.close();
  await page.getByRole('button', { name: 'Show solution' }).click();
  await expectAccessible(page, 'a new question explained');
  await page.getByRole('button', { name: 'Another like this' }).click();
  await expect(page.getByText(/^2 of 11 ·/)).toBeVisible();
});

test('what was missed comes back in the review', async ({ page }) => {
  await page.goto('review/');
  await expect(page.getByText('Nothing to review yet.')).toBeVisible();
  await expectAccessible(page, 'empty review');
  await page.getByRole('link', { name: 'Answer one question' }).click();
  const missed = await stem(page).textContent();
  await page.getByRole('button', { name: 'Show solution' }).click();
  await expect(page.getByRole('region', { name: 'Explanation' })).toBeVisible();
  await page.goto('review/');
  await page.getByRole('button', { name: 'Start the review' }).click();
  await expect(stem(page)).toHaveText(missed ?? '');
});

test('two tabs that answer at once lose nothing, and progress goes out and in as a file', async ({ page, context }) => {
  const second = await context.newPage();
  await page.goto('quiz/?practice=1&topic=all');
  await second.goto('quiz/?practice=2&topic=all');
  const solutions = [page, second].map((tab) => tab.getByRole('button', { name: 'Show solution' }));
  await Promise.all(solutions.map((button) => button.click()));
  for (const tab of [page, second]) await expect(tab.getByRole('region', { name: 'Explanation' })).toBeVisible();
  await page.goto('quiz/');
  await expect(page.getByText('2 answers, kept on this device only.')).toBeVisible();
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Export' }).click()
  ]);
  const file = readFileSync(await download.path());
  await page.getByRole('button', { name: 'Reset' }).click();
  await page.getByRole('button', { name: 'Remove these answers' }).click();
  await expect(page.getByText('0 answers, kept on this device only.')).toBeVisible();
  const bring = (name: string, buffer: Buffer) =>
    page.getByLabel('Import').setInputFiles({ name, mimeType: 'application/json', buffer });
  await bring('progress.json', file);
  await expect(page.getByText('2 answers added, 0 were here already.')).toBeVisible();
  await bring('broken.json', Buffer.from('{'));
  await expect(page.getByText(/damaged.*Your progress is untouched/)).toBeVisible();
  await expect(page.getByText('2 answers, kept on this device only.')).toBeVisible();
});

test('works and says so where the browser keeps nothing', async ({ page }) => {
  await page.addInitScript(() => {
    Object.defineProperty(window, 'indexedDB', {
      value: {
        open: () => {
          throw new DOMException('forbidden', 'SecurityError');
        }
      }
    });
  });
  await page.goto('quiz/?practice=5&topic=all');
  await expect(page.getByText('Progress cannot be saved in this browser. Everything else works.')).toBeVisible();
  await page.getByRole('button', { name: 'Show solution' }).click();
  await page.getByRole('button', { name: 'Next' }).click();
  await expect(page.getByText(/^2 of \d+ ·/)).toBeVisible();
});

test('a damaged link says so', async ({ page }) => {
  await page.goto('quiz/?test=abc');
  await expect(page.getByRole('alert')).toContainText('This link is incomplete');
});

for (const width of [320, 360, 1280])
  test(`fits ${width} px`, async ({ page }) => {
    await page.setViewportSize({ width, height: 740 });
    await page.goto('quiz/');
    await expectNoSidewaysScroll(page, 'chooser');
    await expectAccessible(page, 'chooser');
    await page.goto('quiz/?test=5&topic=kubernetes');
    await giveUp(page, 10);
    await expectNoSidewaysScroll(page, 'verdict');
  });
