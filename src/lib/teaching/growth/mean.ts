import type { Estimate } from './exponent.ts';
import { withinErrors } from './student.ts';

/**
 * The mean of independent measurements, with the interval that holds the true mean in 95 of 100 cases where they are
 * distributed about normally. The interval of a single one is unbounded.
 *
 * @throws {RangeError} for no measurement
 */
export function meanOf(values: readonly number[]): Estimate {
  const count = values.length;
  if (count === 0) throw new RangeError('Cannot give the mean of no measurement');
  const value = values.reduce((sum, x) => sum + x, 0) / count;
  const squares = values.reduce((sum, x) => sum + (x - value) * (x - value), 0);
  const reach = count === 1 ? Infinity : Math.sqrt(squares / (count - 1) / count) * withinErrors(count - 1, '95 %');
  return { value, low: value - reach, high: value + reach };
}
