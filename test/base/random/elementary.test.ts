import { describe, expect, it } from 'vitest';
import { exp, log, logOfUnit } from '#lib/base/random/elementary.ts';

/** `Math.log` and `Math.exp` are themselves within one unit in the last place, 2.2e-16 relatively. */
const BOUND = 6e-16;
const relative = (ours: number, reference: number) => (reference === ours ? 0 : Math.abs(ours / reference - 1));

/** Numbers spread over [from, to], ten thousand of them. */
const spread = (from: number, to: number) =>
  Array.from({ length: 10_001 }, (_, i) => from + ((to - from) * i) / 10_000);

const worst = (errors: readonly number[]) => errors.reduce((a, b) => Math.max(a, b), 0);

describe('log()', () => {
  it.each([
    [1e-6, 0.01],
    [0.4, 2.5],
    [1 - 1e-6, 1 + 1e-6],
    [1, 1e9]
  ])('is exact to the last bits between %d and %d', (from, to) => {
    expect(worst(spread(from, to).map((x) => relative(log(x), Math.log(x))))).toBeLessThan(BOUND);
  });

  it('is 0 at 1', () => {
    expect(log(1)).toBe(0);
  });
});

describe('logOfUnit()', () => {
  it('is the logarithm of the middle of a draw, from the smallest to the largest', () => {
    const draws = [0, 1, 2, 3, 2 ** 31 - 1, 2 ** 31, 2 ** 32 - 2, 2 ** 32 - 1];
    const errors = [...draws, ...spread(0, 2 ** 32 - 1).map(Math.floor)].map((x) =>
      relative(logOfUnit(x), Math.log((x + 0.5) / 2 ** 32))
    );
    expect(worst(errors)).toBeLessThan(BOUND);
  });
});

describe('exp()', () => {
  it.each([
    [-1e-6, 1e-6],
    [-1, 1],
    [-40, 40],
    [-700, 700]
  ])('is exact to the last bits between %d and %d', (from, to) => {
    // Far from 0 the argument itself has lost bits that e^x multiplies; both functions see the same argument.
    expect(worst(spread(from, to).map((x) => relative(exp(x), Math.exp(x))))).toBeLessThan(BOUND);
  });

  it('is 1 at 0', () => {
    expect(exp(0)).toBe(1);
  });

  it('ends where doubles end', () => {
    expect([exp(1000), exp(-1000), exp(Infinity), exp(-Infinity)]).toEqual([Infinity, 0, Infinity, 0]);
  });
});
