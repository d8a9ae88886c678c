import type { Page } from '@playwright/test';
import { expect, expectAccessible, test } from './harness.ts';

test.use({ viewport: { width: 360, height: 640 }, hasTouch: true });

const stem = /holds the only GPU.*What happens to/;
const lowerEdge = async (page: Page, text: RegExp | string): Promise<number> => {
  const box = await page.getByText(text).first().boundingBox();
  return box === null ? Infinity : box.y + box.height;
};

test('shows name, promise, board, question and three answers on a phone without scrolling', async ({ page }) => {
  await page.goto('');
  const question = page.getByRole('group', { name: stem });
  await expect(page.getByRole('link', { name: 'Still Pending' })).toBeInViewport({ ratio: 1 });
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Why is my job still pending? Run it and see.');
  await expect(page.getByRole('list', { name: 'Board' })).toBeInViewport({ ratio: 1 });
  await expect(question.getByRole('button')).toHaveCount(3);
  for (const answer of await question.getByRole('button').all()) await expect(answer).toBeInViewport({ ratio: 1 });
});

test('explains after one tap, on the same screen, and runs the step on the board', async ({ page }) => {
  await page.goto('');
  const board = page.getByRole('list', { name: 'Board' });
  await expect(board).not.toContainText('waiting');
  await page.getByRole('button', { name: 'It takes the GPU' }).tap();
  await expect(page.getByText('No.', { exact: true })).toBeInViewport({ ratio: 1 });
  await expect(board).toContainText('waiting in the queue');
  expect(await lowerEdge(page, /asks for 1 GPU, node-a has 0 free/)).toBeLessThanOrEqual(640);
});

test('leads from the explanation to every step of the same run', async ({ page }) => {
  await page.goto('');
  await page.getByRole('button', { name: 'It waits' }).click();
  await expect(page.getByText('Yes.', { exact: true })).toBeVisible();
  await expectAccessible(page, 'answered');
  await page.getByRole('link', { name: 'See every step' }).click();
  await expect(page.getByRole('button', { name: 'Next step' })).toBeVisible();
});

test('moves nothing above the answers when one is tapped', async ({ page }) => {
  await page.goto('');
  const before = await page.getByText(stem).boundingBox();
  await page.getByRole('button', { name: 'It is refused' }).click();
  expect(await page.getByText(stem).boundingBox()).toEqual(before);
});

test('remembers the theme from page to page and over a reload', async ({ page }) => {
  await page.goto('');
  await page.getByLabel('Theme').selectOption('projector');
  await page.reload();
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'projector');
  await expect(page.getByLabel('Theme')).toHaveValue('projector');
  await expectAccessible(page, 'projector');
  await page.getByLabel('Theme').selectOption('');
  await page.reload();
  await expect(page.locator('html')).not.toHaveAttribute('data-theme');
});

test('keeps the board dark in every theme', async ({ page }) => {
  await page.goto('');
  const grounds = [];
  for (const theme of ['light', 'dark', 'projector']) {
    await page.getByLabel('Theme').selectOption(theme);
    grounds.push(await page.locator('.board').evaluate((board) => getComputedStyle(board).backgroundColor));
  }
  expect(new Set(grounds)).toEqual(new Set(['rgb(18, 21, 28)']));
});
