import type { Locator, Page } from '@playwright/test';
import { expect, expectAccessible, expectNoSidewaysScroll, test } from './harness.ts';

test.use({ viewport: { width: 1280, height: 800 } });

const asked = 'runs/fragmentation/?step=11';

/** Opens a run and presses P, again if the page was not listening yet. */
async function present(page: Page): Promise<void> {
  await page.goto(asked);
  await expect(async () => {
    await page.keyboard.press('p');
    await expect(page.getByRole('dialog', { name: 'Presentation' })).toBeVisible({ timeout: 1_000 });
  }).toPass();
}

const lesson = 'lessons/one-gpu-one-queue/';

/** Presses P in a lesson until it listens. */
async function presentLesson(page: Page): Promise<Locator> {
  const slide = page.getByRole('dialog', { name: 'Presentation' });
  await expect(async () => {
    await page.keyboard.press('p');
    await expect(slide).toBeVisible({ timeout: 2_000 });
  }).toPass();
  return slide;
}

test('presents the step on the screen: large, in the projector theme, answers and page hidden', async ({ page }) => {
  await present(page);
  const slide = page.getByRole('dialog', { name: 'Presentation' });
  const sentence = slide.getByText('Job pair asks for 2 GPUs. Is there room?', { exact: true });
  await expect(sentence).toBeVisible();
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'projector');
  const size = await sentence.evaluate((text) => parseFloat(getComputedStyle(text).fontSize));
  expect(size).toBeGreaterThanOrEqual(36);
  await expect(slide.getByRole('table', { name: /What happens to pair/ })).toBeVisible();
  await expect(slide).not.toContainText('at most 1 GPU on one node');
  expect(await page.evaluate(() => document.elementFromPoint(20, 20)?.closest('dialog'))).not.toBeNull();
  await expectAccessible(page, 'presenting');
});

test('is driven by a clicker, goes black, and comes back to the same step with Esc', async ({ page }) => {
  await page.goto(asked);
  await page.getByRole('button', { name: 'Present' }).click();
  const slide = page.getByRole('dialog', { name: 'Presentation' });
  await expect(slide).toBeVisible();
  await page.keyboard.press('PageDown');
  await expect(slide).toContainText('Job pair waits: it asks for 2 GPUs; 2 GPUs free in all');
  await page.keyboard.press('.');
  await expect(slide.getByRole('button', { name: 'Next step' })).toBeHidden();
  await expectAccessible(page, 'black');
  await page.keyboard.press('.');
  await expect(slide.getByRole('button', { name: 'Next step' })).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(slide).toHaveCount(0);
  await expect(page).toHaveURL(/step=12/);
  await expect(page.locator('html')).not.toHaveAttribute('data-theme');
  await expect(page.getByRole('button', { name: 'Present' })).toBeFocused();
});

test('keeps the hands counted while the class steps on and back', async ({ page }) => {
  await present(page);
  const hands = page.getByLabel('Hands for A, before the discussion');
  await hands.fill('12');
  await hands.press('PageDown');
  await expect(hands).toHaveCount(0);
  await page.keyboard.press('PageUp');
  await expect(hands).toHaveValue('12');
});

test('shows a link to this very step, as a QR code too', async ({ page, site }) => {
  await present(page);
  await page.getByRole('button', { name: 'Link for the class' }).click();
  await expect(page.getByRole('img', { name: `QR code of ${site}${asked}` })).toBeVisible();
  await expectAccessible(page, 'with a QR code');
});

test('a presentation fits a phone', async ({ page }) => {
  await page.setViewportSize({ width: 320, height: 640 });
  await page.goto(asked);
  await page.getByRole('button', { name: 'Present' }).click();
  await page.getByRole('button', { name: 'Link for the class' }).click();
  await expectNoSidewaysScroll(page, '320 px, presenting');
  const slide = page.getByRole('dialog', { name: 'Presentation' });
  expect(await slide.evaluate((dialog) => dialog.scrollWidth - dialog.clientWidth)).toBe(0);
});

test('the class plan tells the wrong answers to expect and leads to the step of each vote', async ({ page }) => {
  await page.goto('class/');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Teach it: 3 runs in 50 minutes');
  const round = page.getByRole('region', { name: /^Round 1/ });
  await expect(round.getByText(/^Right:/)).toHaveText('Right: It waits in the queue');
  await expect(round.getByText(/^Expect:/)).toHaveCount(3);
  await expect(round.getByRole('img', { name: /QR code of http.*runs\/fragmentation\/\?step=11/ })).toBeVisible();
  await round.getByRole('link', { name: 'Open step 11' }).click();
  await expect(page.getByText(/^Step 11 of/)).toBeVisible();
});

test('every message of the home page leads to a step that gives rise to it', async ({ page }) => {
  await page.goto('');
  const messages = page.getByRole('region', { name: 'I saw this message' }).getByRole('link');
  const seen = await messages.evaluateAll((links: HTMLAnchorElement[]) =>
    links.map((link) => ({ href: link.href, text: link.textContent.trim() }))
  );
  expect(seen.length).toBeGreaterThanOrEqual(8);
  for (const { href, text } of seen) {
    await page.goto(href);
    const why = page.getByRole('region', { name: 'Why' });
    const real = why.getByRole('button', { name: 'In the real system’s words' });
    await expect(async () => {
      await real.click();
      await expect(real).toHaveAttribute('aria-pressed', 'true', { timeout: 500 });
    }).toPass();
    await expect(why.getByText(text, { exact: true })).toBeVisible();
  }
});

test('goes on after a reload: the same step, the hands, the black screen', async ({ page }) => {
  await present(page);
  await page.getByLabel('Hands for A, before the discussion').fill('12');
  await page.keyboard.press('PageDown');
  await page.keyboard.press('.');
  await page.reload();
  const slide = page.getByRole('dialog', { name: 'Presentation' });
  await expect(slide.getByRole('button', { name: 'Show the screen again' })).toBeFocused();
  await page.keyboard.press('.');
  await expect(slide).toContainText('Step 12 of');
  await page.keyboard.press('PageUp');
  await expect(page.getByLabel('Hands for A, before the discussion')).toHaveValue('12');
  await page.keyboard.press('Escape');
  await page.reload();
  await expect(page.getByRole('button', { name: 'Present' })).toBeVisible();
  await expect(slide).toHaveCount(0);
});

test('Esc gives the focus back to where it was', async ({ page }) => {
  await page.goto(asked, { waitUntil: 'networkidle' });
  await page.getByRole('button', { name: 'Next step' }).focus();
  await page.keyboard.press('p');
  await expect(page.getByRole('dialog', { name: 'Presentation' })).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('button', { name: 'Next step' })).toBeFocused();
});

test('a second window follows, without controls, over a reload of the first', async ({ page, context }) => {
  await present(page);
  const [second] = await Promise.all([
    context.waitForEvent('page'),
    page.getByRole('button', { name: 'Second window' }).click()
  ]);
  await expect(page.getByText('other devices follow by the link for the class')).toBeVisible();
  const slide = second.getByRole('dialog', { name: 'Second window' });
  await expect(slide).toContainText('Step 11 of');
  await expect(slide.getByRole('button')).toHaveCount(0);
  await expectAccessible(second, 'the second window');
  await page.getByLabel('Hands for A, before the discussion').fill('7');
  await page.keyboard.press('PageDown');
  await expect(slide).toContainText('Step 12 of');
  await page.reload();
  await expect(page.getByRole('dialog', { name: 'Presentation' })).toBeVisible();
  await page.keyboard.press('PageUp');
  await expect(slide).toContainText('Step 11 of');
  await expect(slide.getByRole('cell', { name: '7', exact: true })).toBeVisible();
  await page.keyboard.press('.');
  await expect(slide.getByRole('table')).toHaveCount(0);
  await page.keyboard.press('.');
  await expect(slide).toContainText('Step 11 of');
  await page.keyboard.press('Escape');
  await expect(slide).toContainText('It waits for it.');
});

test('a lesson presents its run on top of itself, and Esc returns to the lesson', async ({ page, site }) => {
  await page.goto(lesson, { waitUntil: 'networkidle' });
  const slide = await presentLesson(page);
  await expect(slide).toContainText('One GPU, one job, then the next · Step 0 of');
  const look = await slide.evaluate((dialog) => {
    const { textAlign, fontSize } = getComputedStyle(dialog);
    return {
      textAlign,
      fontSize: parseFloat(fontSize) / parseFloat(getComputedStyle(document.documentElement).fontSize)
    };
  });
  expect(look, 'nothing of the line that the button stands in').toEqual({ textAlign: 'start', fontSize: 1 });
  await page.keyboard.press('PageDown');
  await expect(slide).toContainText('Step 1 of');
  await slide.getByRole('button', { name: 'Link for the class' }).click();
  await expect(slide.getByText(`${site}runs/one-gpu/?step=1`, { exact: true })).toBeVisible();
  await page.reload();
  await expect(slide).toContainText('Step 1 of');
  await page.keyboard.press('Escape');
  await expect(slide).toHaveCount(0);
  await expect(page).toHaveURL(/lessons\/one-gpu-one-queue\/$/);
});

test('a lesson presents the run in view at its step, and goes on to its other runs', async ({ page }) => {
  await page.goto('lessons/');
  await page.goto(lesson, { waitUntil: 'networkidle' });
  const busy = page.getByRole('article').locator('.run').filter({ hasText: 'Step 5 · 0:04' });
  await busy.getByRole('button', { name: 'Next step' }).click();
  await page.mouse.move(0, 0);
  const slide = await presentLesson(page);
  await expect(slide).toContainText(/Step 6 of 10/);
  const runs = slide.getByRole('group', { name: 'Runs of this lesson' });
  await expect(runs).toContainText('Run 2 of 5');
  await expect(page).toHaveURL(/\?present=one-gpu-busy&at=6$/);
  await page.keyboard.press('Shift+PageDown');
  await expect(runs).toContainText('Run 3 of 5');
  await expect(slide).toContainText('Step 0 of');
  await page.keyboard.press('PageDown');
  await expect(page).toHaveURL(/\?present=quota-rejects&at=1$/);
  await page.reload();
  await expect(runs).toContainText('Run 3 of 5');
  await expect(slide).toContainText('Step 1 of');
  await runs.getByRole('button', { name: 'Previous run' }).click();
  await expect(runs).toContainText('Run 2 of 5');
  await runs.getByRole('button', { name: 'Next run' }).click();
  await expect(slide, 'where it was left').toContainText('Step 1 of');
  await expectAccessible(page, 'presenting a lesson');
  await page.keyboard.press('Escape');
  await expect(slide).toHaveCount(0);
  await expect(page).toHaveURL(/lessons\/one-gpu-one-queue\/$/);
  await page.goBack();
  await expect(page, 'none of it made an entry in the history').toHaveURL(/\/lessons\/$/);
});

test('hands, link and second window follow to the other runs of a lesson', async ({ page, context, site }) => {
  await page.goto(`${lesson}?present=one-gpu-busy&at=4`);
  const slide = page.getByRole('dialog', { name: 'Presentation' });
  await page.getByLabel('Hands for A, before the discussion').fill('9');
  const [second] = await Promise.all([
    context.waitForEvent('page'),
    slide.getByRole('button', { name: 'Second window' }).click()
  ]);
  const audience = second.getByRole('dialog', { name: 'Second window' });
  await expect(audience.getByRole('cell', { name: '9', exact: true })).toBeVisible();
  await page.keyboard.press('Shift+PageDown');
  await slide.getByRole('button', { name: 'Link for the class' }).click();
  await expect(slide.getByText(`${site}runs/quota-rejects/?step=0`, { exact: true })).toBeVisible();
  await expect(audience).toContainText('Two GPUs free, and the request is refused · Step 0 of');
  await expect(second).toHaveURL(/runs\/quota-rejects\/\?follow=/);
  await page.keyboard.press('PageDown');
  await expect(audience).toContainText('Step 1 of');
  await second.reload();
  await expect(audience).toContainText('Step 1 of');
  await page.keyboard.press('Shift+PageUp');
  await expect(page.getByLabel('Hands for A, before the discussion')).toHaveValue('9');
  await expect(audience.getByRole('cell', { name: '9', exact: true })).toBeVisible();
});

test('the steps of a lesson are presented at their step, and go on from where the class left them', async ({
  page
}) => {
  await page.goto(`${lesson}steps/?step=3`, { waitUntil: 'networkidle' });
  const slide = await presentLesson(page);
  await expect(slide).toContainText('Step 3 of');
  await page.keyboard.press('PageDown');
  await page.keyboard.press('Escape');
  await expect(slide).toHaveCount(0);
  await expect(page.getByText(/^Step 4 of/)).toBeVisible();
  await expect(page).toHaveURL(/steps\/\?step=4$/);
});

test('a link that presents a run which the lesson lacks says so, and the lesson is there', async ({ page }) => {
  await page.goto(`${lesson}?present=leak`);
  await expect(page.getByText('This link presents a run that the lesson does not have.')).toBeVisible();
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
});
