import type { Page } from '@playwright/test';
import { expect, expectAccessible, expectNoSidewaysScroll, test } from './harness.ts';

const path = 'runs/one-gpu-busy/';
const names = ['Diagram', 'Table', 'Timeline', 'Cluster', 'Numbers', 'Transcript'] as const;

const tab = (page: Page, name: string) => page.getByRole('tab', { name, exact: true });
const panel = (page: Page, name: string) => page.getByRole('tabpanel', { name, exact: true });

test('shows the same step in every view, and the view in the address', async ({ page }) => {
  await page.goto(`${path}?step=5`, { waitUntil: 'networkidle' });
  await expect(page.getByRole('tab', { selected: true })).toHaveText('Table');
  for (const name of names) {
    await tab(page, name).click();
    await expect(panel(page, name)).toBeVisible();
    await expect(page).toHaveURL(new RegExp(`step=5&view=${name.toLowerCase()}$`));
    await expect(page.getByText(/^Step 5 of 10/)).toBeVisible();
  }
  await expect(panel(page, 'Transcript').locator('[aria-current=step]')).toContainText('Job b waits');
});

test('opens the view of a link, and keeps it while stepping', async ({ page }) => {
  await page.goto(`${path}?step=5&view=cluster`, { waitUntil: 'networkidle' });
  const cluster = page.getByRole('region', { name: 'Cluster' });
  await expect(cluster.getByRole('list', { name: 'Nodes' })).toContainText('a running');
  await expect(cluster.getByRole('list', { name: 'Queue' })).toContainText('b waiting');
  for (let i = 0; i < 3; i += 1) await page.getByRole('button', { name: 'Next step' }).click();
  await expect(cluster.getByRole('list', { name: 'Nodes' })).toContainText('b allocated');
  await expect(cluster.getByText('Nobody waits.')).toBeVisible();
});

test('moves between tabs with the arrow keys, which then do not step', async ({ page }) => {
  await page.goto(`${path}?step=5`, { waitUntil: 'networkidle' });
  await tab(page, 'Table').focus();
  await page.keyboard.press('ArrowRight');
  await expect(tab(page, 'Timeline')).toBeFocused();
  await expect(page.getByRole('region', { name: 'Timeline' })).toContainText('At 0:04: a running');
  await page.keyboard.press('End');
  await expect(tab(page, 'Transcript')).toBeFocused();
  await page.keyboard.press('ArrowRight');
  await expect(tab(page, 'Diagram')).toBeFocused();
  await expect(page.getByText(/^Step 5 of 10/)).toBeVisible();
});

test('keeps Numbers and Transcript behind More on a phone', async ({ page }) => {
  await page.setViewportSize({ width: 360, height: 640 });
  await page.goto(path, { waitUntil: 'networkidle' });
  await expect(tab(page, 'Numbers')).toBeHidden();
  await page.getByRole('button', { name: 'More', exact: true }).click();
  await tab(page, 'Numbers').click();
  await expect(page.getByRole('table', { name: /^Numbers/ })).toBeVisible();
});

test('asks before a decision, plays up to it, and settles the answer with the next step', async ({ page }) => {
  await page.goto(`${path}?step=3`, { waitUntil: 'networkidle' });
  const predict = page.getByRole('region', { name: 'Predict' });
  await predict.getByRole('checkbox', { name: 'Predict before each decision' }).check();
  await page.getByRole('combobox', { name: 'Speed' }).selectOption('4');
  await page.getByRole('button', { name: 'Play', exact: true }).click();
  await expect(page.getByText(/^Step 4 of 10/)).toBeVisible();
  await expect(page.getByRole('button', { name: 'Play', exact: true })).toBeVisible();
  await expect(page.getByRole('region', { name: 'Why' })).toBeHidden();
  await predict.getByRole('button', { name: 'It waits in the queue' }).click();
  await expect(page.getByText(/^Step 5 of 10/)).toBeVisible();
  await expect(predict).toContainText('Right, your answer: It waits in the queue');
  await expect(page.getByRole('region', { name: 'Why' })).toBeVisible();
});

for (const width of [320, 1280])
  test(`is accessible in every view at ${width} px, and never scrolls sideways`, async ({ page }) => {
    await page.setViewportSize({ width, height: 740 });
    for (const name of names) {
      await page.goto(`runs/preempt-restarts/?step=9&view=${name.toLowerCase()}`, { waitUntil: 'networkidle' });
      await expect(panel(page, name)).toBeVisible();
      await expectAccessible(page, `${name} at ${width} px`);
      await expectNoSidewaysScroll(page, `${name} at ${width} px`);
    }
  });
