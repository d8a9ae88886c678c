/** One scenario under several policies, at the same tick. */
import type { Page } from '@playwright/test';
import { expect, expectAccessible, expectNoSidewaysScroll, test } from './harness.ts';

const sides = (page: Page) => page.getByRole('article', { name: 'Compare' });

test('compares from the step on the screen, at one time for all, and Back leaves to the run', async ({ page }) => {
  await page.goto('runs/fifo-head-blocks/?step=8');
  await page.getByRole('button', { name: 'More for this run' }).click();
  await page.getByRole('button', { name: 'Compare policies' }).click();
  await expect(sides(page)).toContainText('0:02 · time 3 of');
  await expect(page).toHaveURL(/step=8&compare=own,kubernetes&tick=2$/);
  await page.getByRole('button', { name: 'Next step' }).click();
  await expect(sides(page)).toContainText('0:03 · time 4 of');
  await page.keyboard.press('ArrowRight');
  await expect(page).toHaveURL(/tick=10$/);
  await page.reload();
  await expect(sides(page)).toContainText('0:10 · time 5 of');
  await page.goBack();
  await expect(page.getByText(/^Step 8 of/)).toBeVisible();
  await expect(sides(page)).toHaveCount(0);
});

test('shows where each job stands under each policy, and by how much the figures differ', async ({ page }) => {
  await page.goto('runs/fifo-head-blocks/?compare=own,pass-over&tick=2');
  const own = page.getByRole('region', { name: 'As written', exact: true });
  const other = page.getByRole('region', { name: 'Queue that passes over', exact: true });
  const short = (side: typeof own) => side.getByRole('listitem').filter({ hasText: 'short' });
  await expect(short(own)).toContainText('waiting');
  await expect(short(other)).toContainText('running');
  await page.getByRole('button', { name: 'Last step' }).click();
  await expect(page.getByRole('row', { name: /^Mean wait/ })).toContainText('−0:');
});

test('two to four policies are chosen, and stand in the address', async ({ page }) => {
  await page.goto('runs/fifo-head-blocks/?compare=own');
  await expect(sides(page)).toContainText('Choose at least 2 policies');
  for (const name of ['Slurm', 'EASY backfill', 'Shortest first']) await page.getByRole('checkbox', { name }).check();
  await expect(page).toHaveURL(/compare=own,slurm,easy,shortest-first/);
  await expect(page.getByRole('checkbox', { name: 'Mesos' })).toBeDisabled();
  await page.getByRole('checkbox', { name: 'As written' }).uncheck();
  await expect(page.getByRole('table', { name: /differ from Slurm$/ })).toBeVisible();
  await page.getByRole('button', { name: 'Back to the run' }).click();
  await expect(page.getByRole('button', { name: 'Change something' })).toBeVisible();
});

for (const width of [320, 1280])
  test(`a comparison is accessible at ${width} px, and never scrolls sideways`, async ({ page }) => {
    await page.setViewportSize({ width, height: 740 });
    await page.goto('runs/same-jobs-slurm/?compare=textbook,kubernetes,slurm,easy&tick=5');
    await expect(page.getByRole('region', { name: 'Timelines' })).toBeVisible();
    await expectAccessible(page, `comparing at ${width} px`);
    await expectNoSidewaysScroll(page, `comparing at ${width} px`);
  });

test('a long run is compared step by step, with what its checks compared', async ({ page }) => {
  await page.goto('lab/', { waitUntil: 'networkidle' });
  await page.getByRole('textbox', { name: 'Scenario (YAML)' }).fill(`schema: 1
id: long
cluster: { nodes: [ { name: n, count: 2, allocatable: { cpu: 2 } } ] }
jobs: [ { name: job, count: 0, resources: { requests: { cpu: 1 } } } ]
workload: { n: 6000, arrival: { exponential: 10s }, service: { exponential: 38s }, like: job }
`);
  await page.getByRole('button', { name: 'Run it' }).click();
  await expect(page.getByText(/^Step 0 of \d{5} /)).toBeVisible();
  await page.getByRole('button', { name: 'More for this run' }).click();
  await page.getByRole('button', { name: 'Compare policies' }).click();
  const own = page.getByRole('region', { name: 'As written', exact: true });
  await page.getByRole('slider', { name: 'Step' }).fill('9000');
  await expect(own).toContainText('waiting');
  await expect(own.getByText(/behind job-|no node has room/).first()).toBeVisible();
});
