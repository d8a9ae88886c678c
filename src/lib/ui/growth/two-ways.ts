import { nameGrowth } from '#lib/teaching/growth/index.ts';
import { quantity, type Contrast, type ParameterId, type Values, type Way } from '#lib/teaching/measure/index.ts';
import type { Plot } from '../plot/plot.ts';
import type { MeasureOptions, Result } from './bench.svelte.ts';
import { countInWorker } from './count-in-worker.ts';
import { growthSentence, type Counted } from './words.ts';

/** What the same workload cost at one n in two ways. */
export type Costs = readonly [number, number];

/** Counts a contrast's workload in both its ways, one after the other. Rejects as `countInWorker` does. */
export async function costsOf<P extends ParameterId>(
  { ways, quantity: counted }: Contrast<P>,
  n: number,
  values: Values<P>,
  options: MeasureOptions
): Promise<Costs> {
  const costOf = async ({ family, manner }: Way<P>): Promise<number> =>
    quantity(counted).of({ n, measured: await countInWorker(family.scenario(n, values), options, manner) }) ?? 0;
  return [await costOf(ways[0]), await costOf(ways[1])];
}

/** Two ways of one workload as a plot with a slope each, and what the slopes are called. */
export function twoWaysPlot(
  names: readonly [string, string],
  what: Counted,
  unit: string,
  results: readonly Result<Costs>[]
): Plot {
  const growths = names.map((name, way) =>
    growthSentence(
      capital(name),
      nameGrowth(results.map(({ n, measured }) => ({ n, cost: measured[way] as number }))),
      what
    )
  );
  return {
    title: capital(names.join(' against ')),
    sentence: growths.join(' '),
    x: { label: what === 'jobs' ? 'jobs, n' : 'nodes, m', scale: 'log' },
    y: { label: unit, scale: 'log' },
    series: names.map((name, way) => ({
      name,
      look: way === 0 ? 'measured' : 'other',
      draws: 'both',
      points: results.map(({ n, measured }) => ({ x: n, y: measured[way] as number }))
    }))
  };
}

/** A name at the beginning of a sentence. */
export const capital = (text: string): string => `${text.slice(0, 1).toUpperCase()}${text.slice(1)}`;
