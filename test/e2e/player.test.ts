import type { Page } from '@playwright/test';
import { expect, expectAccessible, expectNoSidewaysScroll, test } from './harness.ts';

const path = 'runs/one-gpu/';
const last = 6;

const count = (page: Page) => page.getByText(/^Step \d+ of \d+/);
const current = (page: Page) =>
  page.getByRole('table', { name: 'Process table' }).getByRole('row').and(page.locator('[aria-current]'));

/** Opens a step and waits until the page answers. */
async function open(page: Page, query = ''): Promise<void> {
  await page.goto(path + query, { waitUntil: 'networkidle' });
  await expect(count(page)).toBeVisible();
}

test('starts paused before anything has happened', async ({ page }) => {
  await open(page);
  await expect(count(page)).toHaveText(new RegExp(`^Step 0 of ${last}`));
  await expect(page.getByRole('button', { name: 'Play', exact: true })).toBeVisible();
  await expect(current(page)).toHaveCount(0);
});

test('steps with its buttons, and the table, the slider and the address follow', async ({ page }) => {
  await open(page);
  await page.getByRole('button', { name: 'Next step' }).click();
  await page.getByRole('button', { name: 'Next step' }).click();
  await expect(current(page)).toContainText('1 → 0');
  await expect(page.getByRole('slider', { name: 'Step' })).toHaveValue('2');
  await expect(page).toHaveURL(/\?step=2$/);
  await page.getByRole('button', { name: 'Last step' }).click();
  await expect(page).toHaveURL(new RegExp(`step=${last}$`));
  await page.getByRole('button', { name: 'Previous step' }).click();
  await page.getByRole('button', { name: 'First step' }).click();
  await expect(page).toHaveURL(/step=0$/);
});

test('restores the step of a link, and after a reload', async ({ page }) => {
  await open(page, '?step=4');
  await expect(count(page)).toHaveText(/^Step 4 /);
  await page.getByRole('button', { name: 'Next step' }).click();
  await page.reload();
  await expect(count(page)).toHaveText(/^Step 5 /);
});

test('leaves no trail of steps behind: Back leaves the run', async ({ page }) => {
  await page.goto('runs/', { waitUntil: 'networkidle' });
  await page.getByRole('link', { name: 'One GPU, one job, then the next' }).click();
  await expect(count(page)).toBeVisible();
  for (let i = 0; i < 3; i += 1) await page.getByRole('button', { name: 'Next step' }).click();
  await page.goBack();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Runs');
});

for (const [query, step] of [
  ['?step=99', last],
  ['?step=-3', 0],
  ['?step=soon', 0]
] as const)
  test(`says in one line that ${query} does not exist and shows step ${step}`, async ({ page }) => {
    await open(page, query);
    await expect(page.getByText(`is shown as step ${step}.`)).toBeVisible();
    await expect(count(page)).toHaveText(new RegExp(`^Step ${step} `));
  });

test('marks the current step in the strip and, on request, in the full chart', async ({ page }) => {
  await open(page, '?step=3');
  const diagram = page.getByRole('region', { name: 'Diagram' });
  await expect(diagram.locator('[aria-current=step]')).toContainText('Run');
  await diagram.getByRole('button', { name: 'Full chart' }).click();
  await expect(diagram.locator('.active')).toHaveText('running');
  await expect(diagram.locator('.edge.fired')).toHaveCount(1);
  await page.getByRole('button', { name: 'Previous step' }).click();
  await expect(diagram.locator('.active')).toHaveText('allocated');
  await expectAccessible(page, 'full chart open');
});

test('gives the reasons of a decision in the region Why', async ({ page }) => {
  await open(page, '?step=1');
  const why = page.getByRole('region', { name: 'Why' });
  await expect(why.getByRole('listitem').filter({ hasText: 'it fits now' })).toContainText('held');
  await expect(why.getByRole('listitem').filter({ hasText: 'node-a' }).last()).toContainText('chosen');
});

test('plays to the end by itself and stops there', async ({ page }) => {
  await open(page, `?step=${last - 1}`);
  await page.getByRole('combobox', { name: 'Speed' }).selectOption('4');
  await page.getByRole('button', { name: 'Play', exact: true }).click();
  await expect(count(page)).toHaveText(new RegExp(`^Step ${last} `));
  await expect(page.getByRole('button', { name: 'Play', exact: true })).toBeVisible();
});

test('moves neither strip nor board from step to step', async ({ page }) => {
  await page.setViewportSize({ width: 360, height: 640 });
  await open(page);
  const parts = [page.getByRole('region', { name: 'Diagram' }), page.getByRole('table', { name: 'Process table' })];
  const places = new Set<string>();
  for (let step = 0; step <= last; step += 1) {
    if (step > 0) await page.getByRole('button', { name: 'Next step' }).click();
    const boxes = await Promise.all(parts.map((part) => part.boundingBox()));
    places.add(JSON.stringify(boxes.map((box) => box?.y)));
  }
  expect([...places]).toHaveLength(1);
});

test('opens Why on a phone, accessible and within the screen', async ({ page }) => {
  await page.setViewportSize({ width: 360, height: 640 });
  await open(page, '?step=1');
  const why = page.getByRole('region', { name: 'Why' });
  await expect(why.getByText('it fits now')).toBeHidden();
  await why.getByRole('button', { name: 'Why' }).click();
  await expect(why.getByText('it fits now')).toBeVisible();
  await expectAccessible(page, 'Why open');
  await expectNoSidewaysScroll(page, 'Why open');
});

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  test('shows step 0, the whole process table and the status tracker, and no dead control', async ({ page }) => {
    await page.goto(path);
    await expect(page.getByRole('table', { name: 'Process table' }).getByRole('rowheader')).toHaveCount(last);
    await expect(page.getByRole('table', { name: 'Status tracker' })).toBeVisible();
    await expect(page.getByRole('button', { name: 'Next step' })).toBeHidden();
  });
});
