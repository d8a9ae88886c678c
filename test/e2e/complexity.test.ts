import { readFile } from 'node:fs/promises';
import type { Download, Page } from '@playwright/test';
import { parse } from 'csv-parse/sync';
import { expect, expectAccessible, expectNoSidewaysScroll, test } from './harness.ts';

const path = 'complexity/';
const bench = (page: Page) => page.getByRole('region', { name: 'Growth' });
const run = (page: Page) => bench(page).getByRole('button', { name: 'Run', exact: true });
const rows = (page: Page) => bench(page).getByRole('table').getByRole('rowheader');

/** Chooses the run that takes a million jobs, and all of them. */
async function askForAMillion(page: Page): Promise<void> {
  await bench(page).getByText('More:').click();
  await page.getByRole('combobox', { name: 'Run' }).selectOption({ label: 'Submit all at once' });
  const slider = bench(page).getByRole('slider', { name: 'Largest run' });
  await slider.focus();
  await page.keyboard.press('End');
  await expect(slider).toHaveAttribute('aria-valuetext', '1,000,000 jobs');
}

async function textOf(download: Promise<Download>): Promise<string> {
  return readFile(await (await download).path(), 'utf8');
}

test('a prediction is run, and stands in the table, in the plot and beside the growth', async ({ page }) => {
  await page.goto(path);
  await page.getByRole('radio', { name: 'About twice' }).check();
  await run(page).click();
  await expect(page.getByText(/^Checks: quadratic, O\(n²\)\..*Fitted exponent 1\.9\d, between/)).toBeVisible();
  await expect(rows(page)).toHaveText(['10', '20', '40', '80', '160', '320']);
  await expect(page.getByText(/^For n = 320 you predicted [\d,]+\. It is [\d,]+\.$/)).toBeVisible();
  await expect(page.getByRole('img', { name: 'Checks by number of jobs' })).toBeVisible();
  await expect(page.getByText('your prediction')).toBeVisible();
});

test('the next row is predicted before it is run', async ({ page }) => {
  await page.goto(path);
  await run(page).click();
  await page.getByRole('textbox', { name: 'Predict the next row: n = 640' }).fill('200000');
  await page.getByRole('button', { name: 'Run n = 640' }).click();
  await expect(rows(page).last()).toHaveText('640');
  await expect(page.getByText(/^For n = 640 you predicted 200,000\./)).toBeVisible();
});

test('a run of a million jobs leaves the page free, and can be cancelled in the middle', async ({ page }) => {
  await page.goto(path);
  await askForAMillion(page);
  await page.evaluate(() => {
    const counter = { frames: 0 };
    Object.assign(window, { counter });
    const next = (): void => void (counter.frames++, requestAnimationFrame(next));
    next();
  });
  const frames = (): Promise<number> =>
    page.evaluate(() => (window as never as { counter: { frames: number } }).counter.frames);
  await run(page).click();
  const progress = bench(page).getByRole('progressbar');
  await expect(progress).toBeVisible();
  const before = await frames();
  await expect.poll(frames).toBeGreaterThan(before + 5);
  await bench(page).getByRole('button', { name: 'Cancel' }).click();
  await expect(progress).toBeHidden();
  await expect(page.getByText('Cancelled.')).toBeVisible();
});

test('a million jobs are run to the end', async ({ page }) => {
  await page.goto(path);
  await askForAMillion(page);
  await run(page).click();
  await expect(rows(page).last()).toHaveText('1,000,000', { timeout: 60_000 });
  await expect(page.getByText(/: linear, O\(n\)\./)).toBeVisible();
});

test('running again ends the former run, and leaving ends both', async ({ page }) => {
  await page.goto(path);
  await askForAMillion(page);
  await run(page).click();
  await bench(page).getByRole('button', { name: 'Run again' }).click();
  await expect(bench(page).getByRole('progressbar')).toBeVisible();
  await page.getByRole('link', { name: 'Lessons' }).first().click();
  await expect(page).toHaveURL(/\/lessons\/$/);
  await page.goBack();
  await expect(bench(page).getByRole('table')).toHaveCount(0);
});

test('plot and figures are saved as files that stand alone', async ({ page }) => {
  await page.goto(path);
  await run(page).click();
  await expect(rows(page).last()).toHaveText('320');
  const svgFile = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Save plot as SVG' }).click();
  const svg = await textOf(svgFile);
  expect(svg).toMatch(/^<svg [^>]*xmlns="http:\/\/www\.w3\.org\/2000\/svg"/);
  expect(svg).not.toMatch(/var\(--|class=/);
  const csvFile = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Save figures as CSV' }).click();
  const shown = await bench(page).getByRole('table').getByRole('row').nth(1).getByRole('cell').first().innerText();
  expect((parse(await textOf(csvFile)) as string[][])[1]).toEqual(['10', shown.replaceAll(',', '')]);
});

test('a slider of a question is answered by new runs', async ({ page }) => {
  await page.goto(`${path}#batch`);
  const batch = page.locator('#batch');
  await expect(batch.getByText('It takes 4,025 s in place of 6,500 s; a pool of 10 takes 425 s.')).toBeVisible();
  await batch.getByRole('slider', { name: 'Clean-up between tasks, s' }).fill('25');
  await expect(batch.getByText('It takes 6,500 s in place of 6,500 s')).toBeVisible();
});

test('a loop is stepped line by line, and the count of its line grows', async ({ page }) => {
  await page.goto(`${path}#loops`);
  const loop = page.getByRole('group', { name: 'Allocate, run, release for each task' });
  const allocate = loop.getByRole('row', { name: /allocate\(\)/ });
  await expect(allocate.getByRole('cell')).toHaveText('0');
  await loop.getByRole('button', { name: 'Next' }).click();
  await expect(allocate).toHaveAttribute('aria-current', 'step');
  await expect(allocate.getByRole('cell')).toHaveText('1');
  await loop.getByRole('button', { name: 'Previous' }).click();
  await expect(allocate.getByRole('cell')).toHaveText('0');
});

test('gangs that hold all GPUs with none of them whole are called a deadlock', async ({ page }) => {
  await page.goto(`${path}#gangs`);
  const gangs = page.locator('#gangs');
  await expect(gangs.getByText(/^Deadlock: .*here G = 8 and n\(g − 1\) = 14\.$/)).toBeVisible();
  await gangs.getByRole('slider', { name: 'GPUs, G' }).fill('7');
  await expect(gangs.getByText(/^No deadlock: G = 15 is more than n\(g − 1\) = 14/)).toBeVisible();
});

test('more jobs and more nodes cost n × m by a scan, n log m by an index', async ({ page }) => {
  await page.goto(`${path}#structures`);
  const both = page.getByRole('region', { name: 'More jobs and more nodes' });
  await both.getByRole('button', { name: 'Run all sizes' }).click();
  await expect(both.getByText(/^Scan: O\(n × m\)\./)).toBeVisible();
  await expect(both.getByText(/^Index: O\(n log m\)\./)).toBeVisible();
  await expect(both.getByRole('table')).toHaveCount(2);
  await expectAccessible(page, 'with both sizes');
});

test('every section opens, passes axe and fits a phone', async ({ page }) => {
  await page.setViewportSize({ width: 360, height: 800 });
  await page.goto(path);
  for (const section of await page.locator('details[id] > summary').all()) await section.click();
  await expect(page.getByText('Running …')).toHaveCount(0, { timeout: 60_000 });
  await expect(page.getByText('Loading …')).toHaveCount(0);
  await expectAccessible(page, 'all sections open');
  await expectNoSidewaysScroll(page, 'all sections open');
});

test('everything is done by keyboard alone', async ({ page }) => {
  await page.goto(path);
  await page.getByRole('radio', { name: 'About the same' }).focus();
  await page.keyboard.press('ArrowDown');
  await expect(page.getByRole('radio', { name: 'About twice' })).toBeChecked();
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await expect(rows(page).last()).toHaveText('320');
});

for (const width of [360, 1280])
  for (const colorScheme of ['light', 'dark'] as const)
    test(`with its plot the page passes axe and fits, ${width} px, ${colorScheme}`, async ({ page }) => {
      await page.setViewportSize({ width, height: 800 });
      await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
      await page.goto(path);
      await page.getByRole('radio', { name: 'About twice' }).check();
      await run(page).click();
      await expect(rows(page).last()).toHaveText('320');
      await expectAccessible(page, 'after a run');
      await expectNoSidewaysScroll(page, 'after a run');
    });
