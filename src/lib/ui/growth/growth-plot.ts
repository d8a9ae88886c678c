import type { Plot } from '../plot/plot.ts';
import { withUnit } from './words.ts';

/** What was measured at one n, and what was expected of it. */
export interface Row {
  readonly n: number;
  readonly cost: number;
  readonly predicted?: number | undefined;
}

/** Rows as a plot whose axes are both logarithmic, so that a growth is a slope: 1 for n, 2 for n². */
export function growthPlot(rows: readonly Row[], what: string, unit: string, sentence: string): Plot {
  const expected = rows.flatMap(({ n, predicted }) => (predicted === undefined ? [] : [{ x: n, y: predicted }]));
  return {
    title: `${what} by number of jobs`,
    sentence,
    x: { label: 'jobs, n', scale: 'log' },
    y: { label: withUnit(what, unit), scale: 'log' },
    series: [
      { name: 'measured', look: 'measured', draws: 'both', points: rows.map(({ n, cost }) => ({ x: n, y: cost })) },
      ...(expected.length === 0
        ? []
        : [{ name: 'your prediction', look: 'predicted', draws: 'marks', points: expected } as const])
    ]
  };
}
