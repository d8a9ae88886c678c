import type { Page } from '@playwright/test';
import { expect, expectAccessible, expectNoSidewaysScroll, test } from './harness.ts';

const stem = (page: Page) => page.locator('.stem');
const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true });

test('a missed question that was made new comes back as another of its kind', async ({ page }) => {
  await page.goto('quiz/?practice=7&from=free');
  await expect(stem(page)).toContainText('free');
  const missed = await stem(page).textContent();
  await button(page, 'Show solution').click();
  await expect(page.getByRole('region', { name: 'Explanation' })).toBeVisible();
  await page.goto('review/');
  await expect(page.getByText('1 question is due')).toBeVisible();
  await button(page, 'Start the review').click();
  await expect(stem(page)).toContainText('free');
  await expect(stem(page)).not.toHaveText(missed ?? '');
});

test('what a review misses is asked once more before its end', async ({ page }) => {
  await page.goto('quiz/?practice=1&topic=queues');
  await button(page, 'Show solution').click();
  await expect(page.getByRole('region', { name: 'Explanation' })).toBeVisible();
  await page.goto('review/');
  await button(page, 'Start the review').click();
  await button(page, 'Show solution').click();
  await button(page, 'Next').click();
  await expect(page.getByText(/^2 of 2 · \w+ · once more/)).toBeVisible();
  await button(page, 'Show solution').click();
  await button(page, 'Next').click();
  await expect(page.getByRole('heading', { name: '0 of 1 right' })).toBeFocused();
});

test('what was asked shows on the map of what was met', async ({ page }) => {
  await page.goto('review/');
  await button(page, 'Show what I have met').click();
  await expect(page.getByText('You have met 0 of')).toBeVisible();
  await page.goto('quiz/?practice=3&from=fits');
  await button(page, 'Show solution').click();
  await expect(page.getByRole('region', { name: 'Explanation' })).toBeVisible();
  await page.goto('review/');
  await button(page, 'Show what I have met').click();
  await expect(page.getByText(/^You have met [1-9]/)).toBeVisible();
  const outcomes = page.getByRole('table', { name: 'What a check can come to' });
  await expect(outcomes.getByRole('row').filter({ hasNotText: 'not yet' })).toHaveCount(2);
  await expectAccessible(page, 'the map');
});

for (const width of [320, 360, 1280])
  test(`the map fits ${width} px`, async ({ page }) => {
    await page.setViewportSize({ width, height: 740 });
    await page.goto('review/');
    await button(page, 'Show what I have met').click();
    await page.getByText('Every other way').first().click();
    await expectNoSidewaysScroll(page, 'the map');
  });
