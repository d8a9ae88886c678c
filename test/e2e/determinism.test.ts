/** The same scenario gives the same bytes here and in the browser. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Rollup } from 'vite';
import { build } from 'vite';
import { runText } from './engine/records.ts';
import { expect, test } from './harness.ts';

const folder = 'content/scenarios';
const sampled = (order: string): string => `{ schema: 1, id: sampled, seed: 7, tick: 100ms,
  cluster: { nodes: [ { name: node, count: 3, allocatable: { nvidia.com/gpu: 2 } } ] },
  policy: { preset: kubernetes, order: ${order} },
  jobs: [ { name: like, count: 0, resources: { limits: { nvidia.com/gpu: 1 } } } ],
  workload: { n: 300, arrival: { exponential: 10s }, service: { lognormal: { mean: 50s, cv: 2 } }, like: like } }`;

async function bundled(): Promise<string> {
  const built = (await build({
    configFile: false,
    logLevel: 'error',
    build: {
      write: false,
      lib: { entry: fileURLToPath(new URL('./engine/records.ts', import.meta.url)), formats: ['iife'], name: 'engine' }
    }
  })) as Rollup.RollupOutput[];
  const [chunk] = built[0]?.output ?? [];
  if (chunk === undefined) throw new Error('the engine was not built');
  return chunk.code;
}

test('gives every scenario and sampled workloads the same records, counts and evidence in Node and in Chromium', async ({
  page
}) => {
  const texts = readdirSync(folder).map((name) => readFileSync(join(folder, name), 'utf8'));
  texts.push(...['fifo', 'priority', 'fair-share', 'drf'].map(sampled));
  const code = await bundled();
  await page.goto('about:blank');
  await page.addScriptTag({ content: code });
  const there = await page.evaluate((all) => {
    const { engine } = globalThis as unknown as { engine: { runText(text: string): string } };
    return all.map((text) => engine.runText(text));
  }, texts);
  texts.forEach((text, i) => {
    expect(there[i], text.slice(0, 60)).toBe(runText(text));
    expect(there[i]).toContain('"end"');
  });
});
