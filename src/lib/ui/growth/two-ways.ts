import { nameGrowth } from '#lib/teaching/growth/index.ts';
import type { Plot } from '../plot/plot.ts';
import type { Result } from './bench.svelte.ts';
import { growthSentence, type Counted } from './words.ts';

/** What the same workload cost at one n in two ways. */
export type Costs = readonly [number, number];

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

const capital = (text: string): string => `${text.slice(0, 1).toUpperCase()}${text.slice(1)}`;
