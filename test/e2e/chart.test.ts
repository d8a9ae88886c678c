import type { Page } from '@playwright/test';
import { expect, expectAccessible, expectNoSidewaysScroll, test } from './harness.ts';

const said = (page: Page) => page.locator('main').getByRole('status').first();
const path = (page: Page) => page.getByRole('region', { name: 'The path so far' });
const event = (page: Page, name: string) => page.getByRole('button', { name });

async function open(page: Page, query = ''): Promise<void> {
  await page.goto(`chart/${query}`);
  await expect(page.getByRole('checkbox', { name: 'it fits now' })).toBeEnabled();
}

test('walks a request through its life, says each move, and links to the path', async ({ page }) => {
  await open(page);
  await expect(said(page)).toHaveText('The request is requested. Nothing has happened to it yet.');
  for (const name of [
    'the check begins',
    'the check is over',
    'it starts',
    'its work is done',
    'it gives everything back'
  ])
    await event(page, name).click();
  await expect(said(page)).toContainText('It gives everything back: its work is complete');
  await expect(path(page).locator('[aria-current=step]')).toContainText('released');
  await expect(page).toHaveURL(/\?path=check\.decide-fits\.start\.end\.release-completed$/);
  await page.reload();
  await expect(path(page).getByRole('listitem').filter({ hasText: 'it starts' })).toContainText('running');
  await expect(path(page).locator('[aria-current=step]')).toContainText('released');
});

test('refuses an event in words, and the request stays as it is', async ({ page }) => {
  await open(page);
  await event(page, 'it starts').click();
  await expect(said(page)).toHaveText(
    'Refused. “It starts” means nothing to a request that is requested. Only one that is allocated takes it.'
  );
  await expect(path(page).locator('.turns').getByRole('listitem')).toHaveCount(1);
  await expect(page).not.toHaveURL(/path=/);
});

test('asks the guards that are switched, in order, and says which stood against the rest', async ({ page }) => {
  await open(page, '?path=check');
  await page.getByRole('checkbox', { name: 'it fits now' }).uncheck();
  await page.getByRole('checkbox', { name: 'a new node would make room' }).check();
  await event(page, 'the check is over').click();
  await expect(path(page).locator('[aria-current=step]')).toContainText('waiting for a new node');
  await expect(path(page).getByRole('listitem').filter({ hasText: 'not held' }).last()).toContainText(
    'stopping lower priorities would make room'
  );
  await expect(page).toHaveURL(/path=check\.decide-canScaleUp$/);
});

test('undoes one move, starts again, and keeps the focus', async ({ page }) => {
  await open(page, '?path=check.decide-fits.start');
  const undo = page.getByRole('button', { name: 'Undo' });
  await undo.click();
  await expect(path(page).locator('[aria-current=step]')).toContainText('allocated');
  await expect(undo).toBeFocused();
  await page.getByRole('button', { name: 'Start again' }).click();
  await expect(path(page).locator('[aria-current=step]')).toHaveText(/requested/);
  await expect(page).not.toHaveURL(/path=/);
});

test('says of a damaged path how far it could be followed', async ({ page }) => {
  await open(page, '?path=check.decide-fits.fly');
  await expect(page.getByRole('alert')).toHaveText(
    'This link’s path cannot be followed to its end: it is shown up to move 2.'
  );
  await expect(path(page).locator('[aria-current=step]')).toContainText('allocated');
});

test('marks the state and the path in the drawn chart', async ({ page }) => {
  await open(page, '?path=check.decide-fits.start');
  const chart = page.getByRole('region', { name: 'Chart' });
  await expect(chart.locator('.state.active')).toContainText('running');
  await expect(chart.locator('.state.visited')).toHaveText(['requested', 'being checked', 'allocated']);
  await expect(chart.locator('.edge.walked')).toHaveCount(3);
  await page.getByRole('button', { name: 'Start again' }).click();
  await expect(chart.locator('.edge.walked')).toHaveCount(0);
});

test('can be poked by keyboard alone', async ({ page }) => {
  await open(page);
  await event(page, 'the check begins').focus();
  await page.keyboard.press('Enter');
  await expect(event(page, 'the check begins')).toBeFocused();
  await page.keyboard.press('Tab');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Tab');
  await expect(event(page, 'the check is over')).toBeFocused();
  await page.keyboard.press('Space');
  await expect(path(page).locator('[aria-current=step]')).toContainText('allocated');
});

for (const width of [320, 1280])
  test(`is accessible in the middle of a path at ${width} px`, async ({ page }) => {
    await page.setViewportSize({ width, height: 740 });
    await open(page, '?path=check.decide-fits.start');
    await page.getByText('The chart as a table').click();
    await expectAccessible(page, `${width} px`);
    await expectNoSidewaysScroll(page, `${width} px`);
  });

test('is linked from the full chart of a run', async ({ page }) => {
  await page.goto('runs/one-gpu/', { waitUntil: 'networkidle' });
  await page.getByRole('button', { name: 'Full chart' }).click();
  await page.getByRole('link', { name: 'Poke the chart: send it events yourself' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Poke the chart' })).toBeVisible();
});
