import { exp, log, logOfUnit } from './elementary.ts';
import type { Stream } from './stream.ts';

/** Draws one number from a distribution. */
export type Sampler = (stream: Stream) => number;

function checkMean(what: string, mean: number): void {
  if (!(mean > 0 && mean < Infinity))
    throw new RangeError(`Cannot sample ${what} with mean ${mean}: it must be over 0`);
}

/** Always the same number; draws nothing from the stream. */
export const constant =
  (value: number): Sampler =>
  () =>
    value;

/** Evenly between two bounds, never either of them. @throws {RangeError} unless low < high */
export function uniform(low: number, high: number): Sampler {
  if (!(low < high)) throw new RangeError(`Cannot sample evenly from ${low} to ${high}: the first must be less`);
  return (stream) => low + (high - low) * stream.unit();
}

/** Times between events that come at random (a Poisson process); its cv is 1. @throws {RangeError} unless mean > 0 */
export function exponential(mean: number): Sampler {
  checkMean('exponentially', mean);
  return (stream) => -mean * logOfUnit(stream.uint32());
}

/**
 * Many short and few very long times, as job durations are: the exponential of a normal variable.
 *
 * @param cv standard deviation / mean; 0 makes it constant
 * @throws {RangeError} unless mean > 0 and cv >= 0
 */
export function lognormal(mean: number, cv: number): Sampler {
  checkMean('lognormally', mean);
  if (!(cv >= 0 && cv < Infinity))
    throw new RangeError(`Cannot sample lognormally with cv ${cv}: it must be 0 or more`);
  if (cv === 0) return constant(mean);
  const variance = log(1 + cv * cv);
  const sigma = Math.sqrt(variance);
  return (stream) => mean * exp(sigma * normal(stream) - variance / 2);
}

/** A standard normal variable, by Marsaglia's polar method. Its second value is dropped, so that no state is kept. */
export function normal(stream: Stream): number {
  for (;;) {
    const a = 2 * stream.unit() - 1;
    const b = 2 * stream.unit() - 1;
    const s = a * a + b * b;
    if (s < 1) return a * Math.sqrt((-2 * log(s)) / s);
  }
}

/** Fills the first `n` places of `out` with draws: the same numbers as `n` calls of the sampler. */
export function fill(out: Float64Array, n: number, sampler: Sampler, stream: Stream): void {
  for (let i = 0; i < n; i++) out[i] = sampler(stream);
}
