import { describe, expect, it } from 'vitest';
import { exp, log, logOfUnit } from '#lib/base/random/elementary.ts';

// The references: fixed-point numbers with 140 bits after the point.
const BITS = 140n;
const ONE = 1n << BITS;
const times = (a: bigint, b: bigint) => (a * b) >> BITS;

/** A double, exactly. */
function fixed(x: number): bigint {
  let [whole, halvings] = [x, 0n];
  for (; !Number.isInteger(whole); whole *= 2) halvings++;
  return (BigInt(whole) << BITS) >> halvings;
}

/** The series of e^(x/256), squared eight times. */
function exactExp(x: number): bigint {
  const r = fixed(x) >> 8n;
  let [term, sum] = [ONE, ONE];
  for (let n = 1n; term !== 0n && n < 60n; n++) {
    term = times(term, r) / n;
    sum += term;
  }
  for (let i = 0; i < 8; i++) sum = times(sum, sum);
  return sum;
}

/** The series of 2 atanh((x-1)/(x+1)), which converges fast for x near 1. */
function exactLog(x: number): bigint {
  const s = ((fixed(x) - ONE) << BITS) / (fixed(x) + ONE);
  let [power, sum] = [s, 0n];
  for (let k = 1n; k < 200n; k += 2n) {
    sum += power / k;
    power = times(power, times(s, s));
  }
  return 2n * sum;
}

function relativeError(ours: number, exact: bigint): number {
  const off = fixed(ours) - exact;
  const size = exact < 0n ? -exact : exact;
  return Number(((off < 0n ? -off : off) * 10n ** 22n) / size) / 1e22;
}

/** Numbers spread over [from, to]; the odd count keeps them off round values. */
const spread = (from: number, to: number) => Array.from({ length: 3001 }, (_, i) => from + ((to - from) * i) / 3001);
const worst = (errors: readonly number[]) => errors.reduce((a, b) => Math.max(a, b), 0);

/** Nine tenths of a unit in the last place. */
const BOUND = 2e-16;

/** Far from 1, engines' own functions are the reference; they are within 2.3e-16 themselves. */
const ENGINE_BOUND = BOUND + 2.3e-16;

describe('log()', () => {
  it.each([
    [0.5, 2],
    [1.000_001, 1.000_002],
    [1.41, 1.42]
  ])('is exact to the last bit between %d and %d', (from, to) => {
    expect(worst(spread(from, to).map((x) => relativeError(log(x), exactLog(x))))).toBeLessThan(BOUND);
  });

  it.each([
    [1e-6, 0.5],
    [2, 1e9]
  ])('agrees with the engine between %d and %d', (from, to) => {
    expect(worst(spread(from, to).map((x) => Math.abs(log(x) / Math.log(x) - 1)))).toBeLessThan(ENGINE_BOUND);
  });

  it('is 0 at 1', () => {
    expect(log(1)).toBe(0);
  });
});

describe('logOfUnit()', () => {
  it('is the logarithm of the middle of a draw, from the smallest to the largest', () => {
    const draws = [0, 1, 2, 3, 2 ** 31 - 1, 2 ** 31, 2 ** 32 - 2, 2 ** 32 - 1, ...spread(0, 2 ** 32).map(Math.floor)];
    const errors = draws.map((x) => Math.abs(logOfUnit(x) / Math.log((x + 0.5) / 2 ** 32) - 1));
    expect(worst(errors)).toBeLessThan(ENGINE_BOUND);
  });
});

describe('exp()', () => {
  it.each([
    [-0.4, 0.4],
    [-20, 20]
  ])('is exact to the last bit between %d and %d', (from, to) => {
    expect(worst(spread(from, to).map((x) => relativeError(exp(x), exactExp(x))))).toBeLessThan(BOUND);
  });

  it('agrees with the engine up to where doubles end', () => {
    expect(worst(spread(-700, 700).map((x) => Math.abs(exp(x) / Math.exp(x) - 1)))).toBeLessThan(ENGINE_BOUND);
  });

  it('is 1 at 0', () => {
    expect(exp(0)).toBe(1);
  });

  it('is infinite or 0 beyond the range of a double', () => {
    expect([exp(1000), exp(-1000), exp(Infinity), exp(-Infinity)]).toEqual([Infinity, 0, Infinity, 0]);
  });
});
