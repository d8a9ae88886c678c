/** Pages on the screens of people who zoom in, choose their own colours, want no motion, or have a very wide screen. */
import type { Page } from '@playwright/test';
import { builtPages } from '../../src/cli/built-site.ts';
import { expect, expectNoSidewaysScroll, test } from './harness.ts';

/** One of each kind of page: lessons look alike, and so do runs. */
const kinds = builtPages().filter(
  (path) =>
    !/^(runs|lessons|play)\/./.test(path) ||
    /^(runs\/(preempt-restarts|gpu-mig)|lessons\/[^/]*one-gpu[^/]*)\//.test(path) ||
    ['lessons/gpus-are-not-cpus/', 'lessons/counting-is-not-timing/growth/'].includes(path)
);

const loaded = (page: Page, path: string) => page.goto(path, { waitUntil: 'load' });

for (const path of kinds)
  test(`/${path} fits at 200 %, on a very wide screen, in large letters on a phone, and without motion`, async ({
    page
  }) => {
    await page.emulateMedia({ reducedMotion: 'reduce' });
    // 1,280 px at 200 % leave 640 by 360 for the page.
    await page.setViewportSize({ width: 640, height: 360 });
    await loaded(page, path);
    await expectNoSidewaysScroll(page, '200 %');
    await page.setViewportSize({ width: 1920, height: 1080 });
    await expectNoSidewaysScroll(page, '1,920 px');
    await page.setViewportSize({ width: 320, height: 640 });
    await page.evaluate(() => (document.documentElement.dataset['theme'] = 'projector'));
    await expectNoSidewaysScroll(page, '320 px, in the letters of a projector');
    const moving = await page.evaluate(
      () =>
        document.getAnimations().filter((animation) => Number(animation.effect?.getComputedTiming().duration) > 0)
          .length
    );
    expect(moving, 'nothing moves').toBe(0);
  });

test('the title of a run and what is beside it share no room on a phone', async ({ page }) => {
  await page.setViewportSize({ width: 320, height: 640 });
  for (const path of ['runs/preempt-restarts/', 'runs/preempt-restarts/?embed=1']) {
    await page.goto(path);
    const beside = page.getByRole('button', { name: 'Present' }).or(page.getByRole('link', { name: /^Open in/ }));
    await expect(beside).toBeVisible();
    const title = await page.getByRole('heading', { level: 1 }).boundingBox();
    const other = await beside.boundingBox();
    expect(other?.x, path).toBeGreaterThanOrEqual((title?.x ?? 0) + (title?.width ?? 0));
  }
});

test('a board breaks no word, however narrow and however large its letters', async ({ page }) => {
  await page.setViewportSize({ width: 320, height: 640 });
  await page.goto('runs/preempt-restarts/?step=9');
  await page.evaluate(() => (document.documentElement.dataset['theme'] = 'projector'));
  const state = page.getByRole('list', { name: 'Board' }).getByText('running', { exact: true });
  const lines = await state.evaluate(
    (words) => words.getBoundingClientRect().height / parseFloat(getComputedStyle(words).lineHeight)
  );
  expect(Math.round(lines)).toBe(1);
});

test('letters at twice their size keep every control of a run in reach', async ({ page }) => {
  await page.setViewportSize({ width: 640, height: 740 });
  await page.goto('runs/one-gpu-busy/', { waitUntil: 'networkidle' });
  await page.addStyleTag({ content: ':root { font-size: 200% !important }' });
  await expectNoSidewaysScroll(page, 'letters at 200 %');
  await page.getByRole('button', { name: 'Next step' }).click();
  await expect(page.getByText(/^Step 1 of 10/)).toBeVisible();
});

test.describe('in colours that the reader has chosen', () => {
  test.use({ contextOptions: { forcedColors: 'active' } });

  /** Whether an element has a frame or an edge that can be seen, whatever the colours are. */
  const hasLine = (page: Page, selector: string): Promise<boolean> =>
    page
      .locator(selector)
      .first()
      .evaluate((element) => {
        const lines = [getComputedStyle(element), getComputedStyle(element, '::before')];
        return lines.some(
          (style) =>
            parseFloat(style.borderLeftWidth) >= 2 ||
            (style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2)
        );
      });

  test('the current box, the changed line, the current row and the focus are framed', async ({ page }) => {
    await page.goto('runs/one-gpu-busy/?step=5&view=table', { waitUntil: 'networkidle' });
    for (const selector of ['.box.current', '.board .changed', 'tr[aria-current]'])
      expect(await hasLine(page, selector), selector).toBe(true);
    await page.keyboard.press('Tab');
    expect(await hasLine(page, ':focus-visible'), 'the focus').toBe(true);
  });

  test('the state of the chart and its path are drawn in them', async ({ page }) => {
    await page.goto('chart/?path=check.decide-fits', { waitUntil: 'networkidle' });
    const [ink, paper] = await page.evaluate(() => {
      const probe = document.body.appendChild(document.createElement('i'));
      probe.style.cssText = 'color: CanvasText; background: Canvas; forced-color-adjust: none';
      const { color, backgroundColor } = getComputedStyle(probe);
      probe.remove();
      return [color, backgroundColor];
    });
    const drawn = await page
      .locator('.state.active > rect')
      .evaluate((rect) => [getComputedStyle(rect).stroke, getComputedStyle(rect).fill]);
    expect(drawn).toEqual([ink, paper]);
  });
});
