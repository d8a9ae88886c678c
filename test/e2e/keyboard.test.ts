import type { Page } from '@playwright/test';
import { expect, expectAccessible, test } from './harness.ts';

const count = (page: Page) => page.getByText(/^Step \d+ of \d+/);
const atStep = (page: Page, step: number) => expect(count(page)).toHaveText(new RegExp(`^Step ${step} `));

test.beforeEach(async ({ page }) => {
  await page.goto('runs/one-gpu/', { waitUntil: 'networkidle' });
});

test('a whole run can be walked with arrows, Home and End', async ({ page }) => {
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('ArrowRight');
  await atStep(page, 2);
  await page.keyboard.press('ArrowLeft');
  await atStep(page, 1);
  await page.keyboard.press('End');
  await atStep(page, 6);
  await page.keyboard.press('Home');
  await atStep(page, 0);
});

test('brackets and Shift with arrows go from key moment to key moment', async ({ page }) => {
  const moments = page.getByRole('region', { name: 'Key moments' });
  await page.keyboard.press(']');
  await expect(moments.locator('[aria-current]')).toHaveCount(1);
  await page.keyboard.press('Shift+ArrowRight');
  await expect(moments.getByRole('button').nth(1)).toHaveAttribute('aria-current', 'step');
  await page.keyboard.press('[');
  await expect(moments.getByRole('button').nth(0)).toHaveAttribute('aria-current', 'step');
});

test('Space plays and pauses, R goes back to the start, plus and minus change the speed', async ({ page }) => {
  await page.keyboard.press('Space');
  await expect(page.getByRole('button', { name: 'Pause' })).toBeVisible();
  await page.keyboard.press('Space');
  await expect(page.getByRole('button', { name: 'Play', exact: true })).toBeVisible();
  await page.keyboard.press('End');
  await page.keyboard.press('r');
  await atStep(page, 0);
  await page.keyboard.press('+');
  await expect(page.getByRole('combobox', { name: 'Speed' })).toHaveValue('2');
  await page.keyboard.press('-');
  await page.keyboard.press('-');
  await expect(page.getByRole('combobox', { name: 'Speed' })).toHaveValue('0.5');
});

test('a focused button keeps Space to itself and lets the arrows through', async ({ page }) => {
  await page.getByRole('button', { name: 'Next step' }).focus();
  await page.keyboard.press('Space');
  await atStep(page, 1);
  await expect(page.getByRole('button', { name: 'Play', exact: true })).toBeVisible();
  await page.keyboard.press('ArrowRight');
  await atStep(page, 2);
});

test('the focused slider moves one step an arrow, not two', async ({ page }) => {
  await page.getByRole('slider', { name: 'Step' }).focus();
  await page.keyboard.press('ArrowRight');
  await atStep(page, 1);
});

test('G asks for a step and goes there', async ({ page }) => {
  await page.keyboard.press('g');
  await expectAccessible(page, 'go to a step');
  await page.keyboard.type('4');
  await page.keyboard.press('Enter');
  await atStep(page, 4);
  await expect(page.getByRole('dialog')).toBeHidden();
});

test('the list of keys opens and closes by key, and can switch single keys off for good', async ({ page }) => {
  await page.keyboard.press('?');
  await expect(page.getByRole('dialog', { name: 'Keys' })).toBeVisible();
  await expectAccessible(page, 'list of keys');
  await page.getByRole('checkbox', { name: 'Letters and signs act on their own' }).uncheck();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toBeHidden();
  await page.reload({ waitUntil: 'networkidle' });
  await page.keyboard.press('g');
  await page.keyboard.press('ArrowRight');
  await atStep(page, 1);
  await expect(page.getByRole('dialog')).toBeHidden();
});

test('the first Tab offers to skip to the content, and every control can be reached', async ({ page }) => {
  await page.keyboard.press('Tab');
  await expect(page.getByRole('link', { name: 'Skip to the content' })).toBeFocused();
  const wanted = ['First step', 'Previous step', 'Play', 'Next step', 'Last step', 'Full chart', 'Step', 'Speed'];
  const reached = new Set<string>();
  for (let i = 0; i < 30; i += 1) {
    await page.keyboard.press('Tab');
    reached.add(
      await page.evaluate(() => document.activeElement?.ariaLabel ?? document.activeElement?.textContent ?? '')
    );
  }
  expect([...reached]).toEqual(expect.arrayContaining(wanted));
});

test('what gets the focus is never hidden behind the controls', async ({ page }) => {
  await page.setViewportSize({ width: 360, height: 640 });
  const moments = page.getByRole('region', { name: 'Key moments' }).getByRole('button');
  await page.getByRole('group', { name: 'Status tracker' }).focus();
  const isReached = (): Promise<boolean> => moments.first().evaluate((button) => button === document.activeElement);
  for (let tabs = 0; tabs < 20 && !(await isReached()); tabs++) await page.keyboard.press('Tab');
  await expect(moments.first()).toBeFocused();
  const [focused, controls] = await Promise.all([
    moments.first().boundingBox(),
    page.getByRole('group', { name: 'Controls' }).boundingBox()
  ]);
  expect((focused?.y ?? 0) + (focused?.height ?? 0)).toBeLessThanOrEqual(controls?.y ?? 0);
});

test('focusing a control does not scroll the page', async ({ page }) => {
  await page.setViewportSize({ width: 360, height: 640 });
  await page.getByRole('button', { name: 'Next step' }).focus();
  expect(await page.evaluate(() => scrollY)).toBe(0);
});
