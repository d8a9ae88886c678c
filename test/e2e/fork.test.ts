/** Change something at a step, and pass a run of one's own on as a link. */
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
  await expect(other.getByText('Step 3 of 20')).toBeVisible();
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
