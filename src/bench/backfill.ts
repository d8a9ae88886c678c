import type { Effort } from './counting.ts';
import { exponent } from './growth.ts';
import { line, type Goal, type Line } from './line.ts';
import type { BackfillFigures } from './timed/backfill.ts';
import type { Tools } from './tools.ts';

const SIZES = [1000, 10_000, 100_000] as const;

const flat: Goal = { of: 'value', is: 'at most', bound: 0.25 };

/** What a pass of EASY backfill costs as queues grow, by the index and by the scan of all who wait. */
export async function* backfilling(tools: Tools, { jobs }: Effort): AsyncGenerator<Line> {
  const costs: BackfillFigures[] = [];
  for (const waiting of SIZES) costs.push(await tools.ask<BackfillFigures>('backfill', waiting, jobs / 200));
  const indexed = costs.map((cost) => cost.indexed);
  const scanned = costs.map((cost) => cost.scanned);
  const grows = exponent(indexed, SIZES);
  const scanGrows = exponent(scanned, SIZES);
  yield line(
    'EASY backfill: growth of what follows the end of a job from 1,000 to 100,000 that wait',
    grows,
    'exponent',
    flat,
    { name: 'scan', value: scanGrows, ratio: grows / scanGrows },
    `µs with ${SIZES.join(', ')} that wait: ${micros(indexed)}; scan, over fewer ends: ${micros(scanned)}`
  );
}

const micros = (nanos: readonly number[]): string => nanos.map((n) => (n / 1000).toPrecision(3)).join(', ');
