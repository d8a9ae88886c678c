import { log } from '#lib/base/random/index.ts';
import type { CostAt } from './fits.ts';
import { leastSquares } from './least-squares.ts';
import { withinErrors } from './student.ts';

/** An estimate with the interval that holds the true value in 95 of 100 cases. */
export interface Estimate {
  readonly value: number;
  readonly low: number;
  readonly high: number;
}

/**
 * The power of n that a cost grows with over the measurements: the slope of the line through them when both are drawn on
 * logarithmic scales. 1 means that twice the n costs twice as much, 2 four times as much. Costs of zero are left out.
 *
 * @returns undefined with fewer than three costs over zero at different n: two points give a slope and no doubt
 */
export function exponentOf(points: readonly CostAt[]): Estimate | undefined {
  const positive = points.filter(({ cost }) => cost > 0);
  const fit = leastSquares(
    [positive.map(() => 1), positive.map(({ n }) => log(n))],
    positive.map(({ cost }) => log(cost)),
    positive.map(() => 1),
    0
  );
  if (fit === undefined || positive.length < 3) return undefined;
  const value = fit.coefficients[1] as number;
  const reach = (fit.errors[1] as number) * withinErrors(positive.length - 2, '95 %');
  return { value, low: value - reach, high: value + reach };
}
