import { nameGrowth, type Growth } from '#lib/teaching/growth/index.ts';
import type { Observation, Quantity } from './quantity.ts';

/** One row of the table of an experiment. */
export interface Row {
  readonly n: number;
  readonly cost: number;
}

/** What several runs of one experiment say about one quantity. */
export interface Series {
  /** By n, the least first; runs that do not have the quantity are left out. */
  readonly rows: readonly Row[];
  readonly growth: Growth;
}

/** The rows of some runs, and the growth that they show. */
export function seriesOf(quantity: Quantity, observations: readonly Observation[]): Series {
  const rows = observations
    .flatMap((observation) => {
      const cost = quantity.of(observation);
      return cost === undefined ? [] : [{ n: observation.n, cost }];
    })
    .toSorted((a, b) => a.n - b.n);
  return { rows, growth: nameGrowth(rows) };
}
