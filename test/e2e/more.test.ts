/** What stands behind More: a picture of the step, files, and the run in a frame of another page. */
import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { expect, expectAccessible, expectNoSidewaysScroll, test } from './harness.ts';

async function openMore(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'More for this run' }).click();
  await expect(page.getByRole('dialog', { name: 'More for this run' })).toBeVisible();
}

/** The bytes of the file that a button saves. */
async function saved(page: Page, name: string): Promise<{ name: string; bytes: Buffer }> {
  const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name }).click()]);
  return { name: download.suggestedFilename(), bytes: readFileSync(await download.path()) };
}

test('a picture of the step is made in the browser, as SVG and as PNG of twice its size', async ({ page }) => {
  await page.goto('runs/one-gpu-busy/?step=5');
  await openMore(page);
  const svg = await saved(page, 'Picture of this step (SVG)');
  expect(svg.name).toBe('one-gpu-busy-step-5.svg');
  expect(svg.bytes.toString()).toContain('Job b waits: it asks for 1 GPU');
  const width = Number(/width="(\d+)"/.exec(svg.bytes.toString())?.[1]);
  const png = await saved(page, 'Picture of this step (PNG)');
  expect(png.name).toBe('one-gpu-busy-step-5.png');
  expect(png.bytes.subarray(1, 4).toString()).toBe('PNG');
  expect(png.bytes.readUInt32BE(16)).toBe(2 * width);
});

test('the scenario and its records are saved as files', async ({ page }) => {
  await page.goto('runs/one-gpu-busy/');
  await openMore(page);
  expect((await saved(page, 'Scenario (YAML)')).bytes.toString()).toContain('id: one-gpu-busy');
  expect((await saved(page, 'Records (CSV)')).bytes.toString()).toMatch(/^step,tick,/);
});

test('what stands behind More is accessible, also on a phone', async ({ page }) => {
  await page.setViewportSize({ width: 320, height: 640 });
  await page.goto('runs/one-gpu-busy/');
  await openMore(page);
  await expectAccessible(page, 'with the dialog More');
  await expectNoSidewaysScroll(page, 'with the dialog More');
});

test('the embed code shows the step without the site around it, and the frame fits its height', async ({
  page,
  context
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.goto('runs/one-gpu-busy/?step=5');
  await openMore(page);
  await page.getByRole('button', { name: 'Copy embed code' }).click();
  await expect(page.getByRole('dialog').getByText('Copied')).toBeVisible();
  const code = await page.evaluate(() => navigator.clipboard.readText());
  await page.route('**/host.html', (route) =>
    route.fulfill({ contentType: 'text/html', body: `<!doctype html><title>A course</title><p>Read on:</p>${code}` })
  );
  await page.goto('host.html');
  const inside = page.frameLocator('iframe');
  await expect(inside.getByText(/^Step 5 of 10/)).toBeVisible();
  await expect(inside.getByRole('navigation', { name: 'Site' })).toBeHidden();
  await expect(inside.getByRole('contentinfo')).toBeHidden();
  await expect(inside.getByRole('button', { name: 'Next step' })).toBeVisible();
  const height = await inside.locator('body').evaluate((body: HTMLElement) => body.offsetHeight);
  await expect(page.locator('iframe')).toHaveAttribute('height', String(height));
});

test('in a frame keys act only while something of the run has the focus', async ({ page }) => {
  await page.goto('runs/one-gpu-busy/?step=5&embed=1', { waitUntil: 'networkidle' });
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('p');
  await expect(page.getByText(/^Step 5 of 10/)).toBeVisible();
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await page.getByRole('button', { name: 'Next step' }).focus();
  await page.keyboard.press('ArrowRight');
  await expect(page.getByText(/^Step 6 of 10/)).toBeVisible();
});

test('a run prints as a hand-out: questions first, the whole run, answers on a sheet of their own', async ({
  page
}) => {
  await page.goto('runs/one-gpu-busy/?step=5', { waitUntil: 'networkidle' });
  const handOut = page.getByRole('article', { name: 'Hand-out' });
  await expect(async () => {
    await page.emulateMedia({ media: 'screen' });
    await page.emulateMedia({ media: 'print' });
    await expect(handOut).toBeVisible({ timeout: 1_000 });
  }).toPass();
  await expect(page.getByRole('region', { name: 'Why' })).toBeHidden();
  await expect(handOut.getByRole('table', { name: 'Process table' }).getByRole('row')).toHaveCount(11);
  await expect(handOut.getByRole('heading', { name: 'Answers' }).locator('..')).toHaveCSS('break-before', 'page');
  await expectNoSidewaysScroll(page, 'on paper');
  await page.emulateMedia({ media: 'screen' });
  await expect(handOut).toHaveCount(0);
  await expect(page.getByRole('region', { name: 'Why' })).toBeVisible();
});
