/** The interview drill: say it, run it, mark it, take the follow-ups; plans; trade-off cards. */
import { expect, expectAccessible, expectNoSidewaysScroll, test } from './harness.ts';

test('a prompt is run, marked against the run, and followed by the next of its chain', async ({ page }) => {
  await page.setViewportSize({ width: 360, height: 640 });
  await page.goto('interview/urgent-arrives/');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('An urgent job arrives, and the GPU is taken');
  await page.getByRole('button', { name: 'Run it' }).click();
  await page.getByRole('button', { name: 'Next step' }).click();
  await expect(page.getByText('Job urgent may take the place of job train').first()).toBeVisible();
  await expectAccessible(page, 'while the run is shown');

  await page.getByRole('button', { name: 'Answer and marks' }).click();
  await page.getByRole('checkbox', { name: /Job urgent may take the place of job train/ }).check();
  await page.getByRole('checkbox', { name: 'End of train: 1:05.' }).check();
  await expect(page.getByText('2 of 5 points')).toBeVisible();
  await expectAccessible(page, 'while marking');
  await expectNoSidewaysScroll(page, 'while marking, 360 px');
  await page.getByRole('button', { name: 'Keep my marks' }).click();
  await expect(page.getByText('Kept on this device.')).toBeVisible();

  await page.getByRole('button', { name: 'Next: follow-up' }).click();
  await expect(page).toHaveURL(/\?follow=1$/);
  await expect(page.getByRole('heading', { level: 2 }).first()).toHaveText(
    'Now train writes a checkpoint every ten seconds.'
  );
  await page.reload();
  await expect(page.getByText('Follow-up 1 of 3')).toBeVisible();

  await page.goto('interview/');
  await expect(page.getByRole('region', { name: 'All prompts' }).getByText('40 % named')).toBeVisible();
});

test('a plan leads from prompt to prompt', async ({ page }) => {
  await page.goto('interview/');
  await page.getByText('15 minutes 3 prompts, 1 card, 15 min').click();
  await page.locator('[id="15-minutes"]').getByRole('link').first().click();
  await expect(page).toHaveURL(/\/interview\/free-but-scattered\/\?plan=15-minutes$/);
  for (let stage = 0; stage < 3; stage++) {
    await page.getByRole('button', { name: 'Run it' }).click();
    await page.getByRole('button', { name: 'Answer and marks' }).click();
    await page.getByRole('button', { name: 'Keep my marks' }).click();
    if (stage < 2) await page.getByRole('button', { name: 'Next: follow-up' }).click();
  }
  await page.getByRole('link', { name: 'Next: The first in line does not fit' }).click();
  await expect(page).toHaveURL(/\/interview\/blocked-head\/\?plan=15-minutes$/);
});

test('a trade-off card has the figures of both runs, and its text when it is asked for', async ({ page }) => {
  await page.goto('interview/trade-offs/#preempt-or-wait');
  const card = page.getByRole('region', { name: 'Preempt, or let the urgent job wait?' });
  await expect(card.getByRole('row', { name: 'Wait of urgent 0:05 0:30' })).toBeVisible();
  await card.getByText('Say it in a minute, then read').click();
  await expect(card.getByText('I preempt where waiting costs more')).toBeVisible();
  await expectAccessible(page, 'with a card open');
});

test('the door of the home page leads to the drill', async ({ page }) => {
  await page.goto('');
  await page.getByRole('link', { name: 'Interview soon' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Interview drill');
});
