/** A run of over a million records in the lab: every view, far jumps, a change, files. */
import { readFile } from 'node:fs/promises';
import type { Page } from '@playwright/test';
import { expect, expectAccessible, expectNoSidewaysScroll, test } from './harness.ts';

const JOBS = 200_000;
/** A job that is never refused has four steps and six records. */
const LAST = 4 * JOBS;

const scenario = `schema: 1
id: long
title: A long run
seed: 1
cluster:
  nodes:
    - { name: node, count: 16, allocatable: { cpu: 16, nvidia.com/gpu: 16 } }
policy: { preset: textbook }
jobs:
  - { name: job, count: 0, resources: { requests: { cpu: 1 }, limits: { nvidia.com/gpu: 1 } } }
workload: { n: ${JOBS}, arrival: { constant: 1s }, service: { exponential: 2m }, like: job }
`;

/** Elements that a page may have, whatever the run: some thousands are drawn without effort. */
const MOST_ELEMENTS = 8000;

const elements = (page: Page): Promise<number> => page.evaluate(() => document.querySelectorAll('*').length);
const sentence = (page: Page) => page.locator('.sentence').first();
const why = (page: Page) => page.getByRole('region', { name: 'Why' });
const count = (page: Page) => page.locator('.count').first();

async function open(page: Page): Promise<void> {
  await page.goto('lab/', { waitUntil: 'networkidle' });
  await page.getByRole('textbox', { name: 'Scenario (YAML)' }).fill(scenario);
  await expect(page.getByText('It is large: when it runs it is checked in full.')).toBeVisible();
  await page.getByRole('button', { name: 'Run it' }).click();
  await expect(count(page)).toContainText(`Step 0 of ${LAST}`, { timeout: 60_000 });
}

async function goTo(page: Page, step: number): Promise<void> {
  await page.getByRole('slider', { name: 'Step' }).fill(String(step));
  await expect(count(page)).toContainText(`Step ${step} of ${LAST}`);
}

test('a run of a million records is stepped through: no view draws what is not on the screen', async ({ page }) => {
  await open(page);
  await goTo(page, LAST - 1000);
  // Said at once from the records, and in full when the run has been gone through again.
  await expect(sentence(page)).toContainText('Job job-');
  await expect(why(page)).not.toContainText('gone through once more', { timeout: 60_000 });
  for (const view of ['Diagram', 'Table', 'Timeline', 'Cluster', 'Numbers', 'Transcript']) {
    await page.getByRole('tab', { name: view, exact: true }).click();
    await expect(page.getByRole('tab', { name: view, exact: true })).toHaveAttribute('aria-selected', 'true');
    for (const [button, step] of [
      ['Previous step', LAST - 1001],
      ['Next step', LAST - 1000]
    ] as const) {
      await page.getByRole('button', { name: button }).click();
      await expect(count(page)).toContainText(`Step ${step} of ${LAST}`);
    }
    expect(await elements(page), view).toBeLessThan(MOST_ELEMENTS);
  }
  await page.setViewportSize({ width: 360, height: 740 });
  await expectNoSidewaysScroll(page, 'a long run');
  await expectAccessible(page, 'a long run');
});

test('a far step says the same whichever way one comes to it, a reload among them', async ({ page }) => {
  await open(page);
  await goTo(page, 600_001);
  await expect(why(page)).not.toContainText('gone through once more', { timeout: 60_000 });
  const far = await why(page).textContent();
  await goTo(page, 10);
  await expect(why(page)).not.toContainText('gone through once more', { timeout: 60_000 });
  await goTo(page, 600_001);
  await expect(why(page)).toHaveText(far ?? '', { timeout: 60_000 });
  await page.reload();
  await expect(count(page)).toContainText(`Step 600001 of ${LAST}`, { timeout: 60_000 });
  await expect(why(page)).toHaveText(far ?? '', { timeout: 60_000 });
});

test('a long run is changed far from its beginning, and saved as CSV', async ({ page }) => {
  await open(page);
  await goTo(page, 700_000);
  await page.getByRole('button', { name: 'Change something' }).click();
  await page.getByRole('radio', { name: 'Node node-1 is lost' }).check();
  await page.getByRole('button', { name: 'Run on' }).click();
  const branch = page.getByRole('region', { name: 'Changed: Node node-1 is lost' });
  await expect(branch.getByText('First difference, step 70000')).toBeVisible({ timeout: 60_000 });
  expect(await elements(page)).toBeLessThan(2 * MOST_ELEMENTS);

  await page.getByRole('button', { name: 'More for this run' }).click();
  const more = page.getByRole('dialog', { name: 'More for this run' });
  await more.getByRole('button', { name: 'Records (JSON)' }).click();
  await expect(more.getByText(/records, too many for JSON\. Take the CSV\./)).toBeVisible({ timeout: 60_000 });
  const download = page.waitForEvent('download', { timeout: 60_000 });
  await more.getByRole('button', { name: 'Records (CSV)' }).click();
  const saved = await readFile(await (await download).path(), 'utf8');
  expect(saved.slice(0, 40)).toBe('step,tick,job,from,event,to,node,pods\n1,');
  expect(saved.split('\n')).toHaveLength(6 * JOBS + 2);
});
