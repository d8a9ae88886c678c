/** The allocator's worker as it is built: a page asks it by messages, as its client does. */
import type { Page } from '@playwright/test';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { readScenario } from '#lib/allocator/scenario/index.ts';
import { counting, VERSION, type Answer, type Measured } from '#lib/allocator/worker/index.ts';
import { builtFolder } from '../../src/cli/built-site.ts';
import { expect, test } from './harness.ts';

test.use({ keepsSite: true });
test.setTimeout(180_000);

const million = `{ schema: 1, id: million, seed: 5,
  cluster: { nodes: [ { name: pool, allocatable: { cpu: 16 } } ] },
  workload: { n: 1000000, arrival: { exponential: 80s }, service: { exponential: 1000s } } }`;

/** Address of the worker's file below that of the site. */
function workerPath(): string {
  const folder = '_app/immutable/workers';
  const [file, ...others] = readdirSync(join(builtFolder, folder));
  expect(others, 'there is one worker').toEqual([]);
  return `${folder}/${file}`;
}

interface Heard {
  readonly shares: readonly number[];
  readonly answer: Answer<Measured>;
}

/** Has a new worker count a scenario; cancels it once it has got somewhere, if asked to. */
const ask = (page: Page, address: string, source: string, cancels: boolean): Promise<Heard> =>
  page.evaluate(
    ([url, text, version, cancel]) =>
      new Promise<Heard>((resolve, reject) => {
        const worker = new Worker(url, { type: 'module' });
        const shares: number[] = [];
        worker.onerror = () => reject(new Error('the worker was not loaded'));
        worker.onmessage = ({ data }) => {
          if (data.tell === 'answer') return resolve({ shares, answer: data.answer });
          shares.push(data.share);
          if (cancel && data.share > 0) worker.postMessage({ version, id: 1, ask: 'cancel' });
        };
        worker.postMessage({ version, id: 1, ask: 'count', source: text, manner: {} });
      }),
    [address, source, VERSION, cancels] as const
  );

/** What the same count comes to here. */
function countHere(text: string): Measured {
  const read = readScenario(text);
  if (!read.ok) throw new Error('the scenario does not read');
  const task = counting(read.scenario);
  while (!task.advance());
  return task.result();
}

test('counts a million jobs as Node does, and tells how far it is', async ({ page, siteBelow }) => {
  await page.goto(`${siteBelow}glossary/`);
  const { shares, answer } = await ask(page, siteBelow + workerPath(), million, false);
  expect(answer).toEqual({ ok: true, value: countHere(million) });
  expect(shares.length).toBeGreaterThan(1);
  expect(shares).toEqual(shares.toSorted((a, b) => a - b));
});

test('stops in the middle of millions of jobs when it is told to', async ({ page, site }) => {
  await page.goto(`${site}glossary/`);
  const { shares, answer } = await ask(page, site + workerPath(), million.replace('1000000', '4000000'), true);
  expect(answer).toEqual({ ok: false, why: 'cancelled' });
  expect(shares.at(-1)).toBeLessThan(1);
});

test('answers each of several asks that it carries out side by side', async ({ page, site }) => {
  await page.goto(`${site}glossary/`);
  const answered = await page.evaluate(
    ([url, text, version]) =>
      new Promise<number[]>((resolve) => {
        const worker = new Worker(url, { type: 'module' });
        const ids: number[] = [];
        worker.onmessage = ({ data }) => {
          if (data.tell === 'answer' && data.answer.ok === true && ids.push(data.id) === 3) resolve(ids);
        };
        for (const id of [1, 2, 3]) worker.postMessage({ version, id, ask: 'count', source: text, manner: {} });
      }),
    [site + workerPath(), million.replace('1000000', '200000'), VERSION] as const
  );
  expect(answered.toSorted((a, b) => a - b)).toEqual([1, 2, 3]);
});

test('works without a network after one visit', async ({ page, context, site }) => {
  await page.goto(`${site}glossary/`);
  await page.waitForFunction(() => navigator.serviceWorker.controller !== null, undefined, { timeout: 120_000 });
  await context.setOffline(true);
  const { answer } = await ask(page, site + workerPath(), million.replace('1000000', '100'), false);
  expect(answer.ok).toBe(true);
});
