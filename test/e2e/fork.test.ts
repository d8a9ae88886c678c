/** Change something at a step, and pass a run of one's own on as a link. */
import type { Page } from '@playwright/test';
import { expect, expectAccessible, expectNoSidewaysScroll, test } from './harness.ts';

test('a changed run stands beside the first, and its link opens it at the step of the change', async ({
  page,
  context
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.goto('runs/one-gpu-busy/?step=3');
  await page.getByRole('button', { name: 'Change something' }).click();
  await page.getByRole('radio', { name: 'A job of higher priority asks for GPU' }).check();
  await page.getByRole('button', { name: 'Run on' }).click();
  const branch = page.getByRole('region', { name: 'Changed: A job of higher priority asks for GPU', exact: true });
  await expect(branch).toBeFocused();
  await expect(branch).toContainText('First difference, step 4.');
  await expect(branch.getByRole('row', { name: 'Jobs arrived 2 3' })).toBeVisible();
  await expectAccessible(page, 'with a branch');

  await branch.getByRole('button', { name: 'Copy link to this branch' }).click();
  await expect(branch.getByRole('status')).toHaveText('Copied');
  const link = await page.evaluate(() => navigator.clipboard.readText());
  const other = await context.newPage();
  await other.goto(link);
  await expect(other.getByText('Step 3 of 10')).toBeVisible();
  await expect(other.getByRole('region', { name: /^Changed: A job of higher priority/ })).toBeVisible();
  await other.getByRole('link', { name: 'Open in the lab' }).click();
  await expect(other.getByText('Step 3 of 20')).toBeVisible();
});

const changed = (page: Page) => page.getByRole('region', { name: /^Changed: / });

/** Makes a branch by the label of its change. */
async function change(page: Page, label: string): Promise<void> {
  await page.getByRole('button', { name: 'Change something' }).click();
  await page.getByRole('radio', { name: label }).check();
  await page.getByRole('button', { name: 'Run on' }).click();
  await expect(page.getByRole('region', { name: `Changed: ${label}`, exact: true })).toBeFocused();
}

test('branches stand in the address: a reload keeps them, Back takes away the last, Forward brings it back', async ({
  page
}) => {
  await page.goto('runs/one-gpu-busy/?step=3');
  await change(page, 'Node node-a is lost');
  await page.getByRole('button', { name: 'Next step' }).click();
  await change(page, 'It works like Slurm from here on');
  await expect(changed(page)).toHaveCount(2);
  await page.reload();
  await expect(changed(page)).toHaveCount(2);
  await expect(page.getByText('Step 4 of 10')).toBeVisible();
  await page.goBack();
  await expect(changed(page)).toHaveCount(1);
  await expect(changed(page)).toHaveAccessibleName('Changed: Node node-a is lost');
  await page.goForward();
  await expect(changed(page)).toHaveCount(2);
  await changed(page).first().getByRole('button', { name: 'Remove this branch' }).click();
  await expect(changed(page)).toHaveAccessibleName('Changed: It works like Slurm from here on');
  await page.reload();
  await expect(changed(page)).toHaveCount(1);
});

test('a branch that a link damaged is said to be left out, and costs nothing else', async ({ page }) => {
  await page.goto('runs/one-gpu-busy/?step=3');
  await change(page, 'Node node-a is lost');
  const { href } = new URL(page.url());
  await page.goto('about:blank');
  await page.goto(`${href}&b=1.nZDNTsMwEITv.2304`);
  await expect(changed(page)).toHaveAccessibleName('Changed: Node node-a is lost');
  await expect(page.getByText('A change in this link is incomplete and is left out')).toBeVisible();
  await expect(page.getByText('Step 3 of 10')).toBeVisible();
});

test('the step and the view both stand in the address, whichever was chosen first', async ({ page }) => {
  await page.goto('runs/one-gpu-busy/', { waitUntil: 'networkidle' });
  await page.getByRole('button', { name: 'Next step' }).click();
  await page.getByRole('tab', { name: 'Timeline' }).click();
  await page.getByRole('button', { name: 'Next step' }).click();
  await expect(page).toHaveURL(/\?step=2&view=timeline$/);
});

test('a cut link says so and leaves a way on', async ({ page }) => {
  await page.goto('lab/#s=1.nZDNTsMwEITveYp5AFJagT.2304');
  await expect(page.getByRole('alert')).toHaveText(
    'This link is incomplete, so its run cannot be opened. Your progress is untouched.'
  );
  await expect(page.getByRole('button', { name: 'Open a file' })).toBeVisible();
});

test('the lab says what is wrong where, keeps what was typed over a reload, and runs it', async ({ page }) => {
  await page.setViewportSize({ width: 320, height: 640 });
  await page.goto('lab/');
  const field = page.getByRole('textbox', { name: 'Scenario (YAML)' });
  const good = await field.inputValue();
  await field.fill(good.replace('cluster:', 'clusterr:'));
  await expect(page.getByText('unknown field "clusterr"; did you mean "cluster"?')).toBeVisible();
  await page.reload();
  await expect(field).toHaveValue(good.replace('cluster:', 'clusterr:'));
  await field.fill(good);
  await page.getByRole('button', { name: 'Run it' }).click();
  await expect(page.getByRole('button', { name: 'Next step' })).toBeVisible();
  await expectNoSidewaysScroll(page, 'with a run in the lab');
  await expectAccessible(page, 'the lab with a run');
});
