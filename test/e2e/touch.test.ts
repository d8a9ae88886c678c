/** What a finger does on a run. */
import type { Page } from '@playwright/test';
import { expect, test } from './harness.ts';

test.use({ hasTouch: true, viewport: { width: 360, height: 740 } });

const atStep = (page: Page, step: number) =>
  expect(page.getByText(/^Step \d+ of \d+/)).toHaveText(new RegExp(`^Step ${step} `));

/** Draws a finger across the middle of an element. */
async function swipe(page: Page, selector: string, across: number): Promise<void> {
  const place = page.locator(selector).first();
  await place.scrollIntoViewIfNeeded();
  const box = await place.boundingBox();
  if (box === null) throw new Error(`${selector} is not on the screen`);
  const [x, y] = [box.x + box.width / 2, box.y + Math.min(box.height / 2, 40)];
  const finger = await page.context().newCDPSession(page);
  const touch = (type: 'touchStart' | 'touchMove', at: number) =>
    finger.send('Input.dispatchTouchEvent', { type, touchPoints: [{ x: at, y }] });
  await touch('touchStart', x);
  await touch('touchMove', x + across / 2);
  await touch('touchMove', x + across);
  await finger.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] });
}

test.beforeEach(async ({ page }) => {
  await page.goto('runs/one-gpu-busy/?step=3', { waitUntil: 'networkidle' });
});

test('a finger drawn to the left shows the next step, to the right the one before', async ({ page }) => {
  await swipe(page, '.sentence', -120);
  await atStep(page, 4);
  await swipe(page, '.sentence', 120);
  await swipe(page, '.sentence', 120);
  await atStep(page, 2);
});

test('what scrolls sideways is scrolled, and the run stays where it is', async ({ page }) => {
  await page.getByRole('button', { name: 'Full chart' }).click();
  await swipe(page, '.frame', -120);
  await page.getByRole('button', { name: 'Next step' }).click();
  await atStep(page, 4);
});

test('a finger on the slider or in a dialog turns no page', async ({ page }) => {
  await page.getByRole('button', { name: 'Go to step' }).click();
  await swipe(page, 'dialog h2', -120);
  await page.keyboard.press('Escape');
  await atStep(page, 3);
});
