import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { exp, ln } from '#lib/allocator/rules/real.ts';

/** Relative distance in units of 2^-52. */
const ulps = (actual: number, expected: number): number => Math.abs(actual - expected) / Math.abs(expected) / 2 ** -52;

describe('exp()', () => {
  it('stays within 3 units in the last place of the engine, wherever the result is a normal number', () => {
    fc.assert(fc.property(fc.double({ min: -708, max: 709, noNaN: true }), (x) => ulps(exp(x), Math.exp(x)) < 3));
  });

  it('is exactly 1 at 0', () => {
    expect(exp(0)).toBe(1);
  });

  it('goes to 0 and to Infinity at the ends, and keeps NaN', () => {
    expect([exp(-1000), exp(-Infinity), exp(1000), exp(Infinity), exp(NaN)]).toEqual([0, 0, Infinity, Infinity, NaN]);
  });
});

describe('ln()', () => {
  it('stays within 3 units in the last place of the engine, from 2^-1022 to 2^1023', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 2 ** -1022, max: 2 ** 1023, noNaN: true }),
        (x) => x === 1 || ulps(ln(x), Math.log(x)) < 3
      )
    );
  });

  it('keeps its digits close to 1, where the result is close to 0', () => {
    fc.assert(
      fc.property(fc.double({ min: 0.5, max: 2, noNaN: true }), (x) => x === 1 || ulps(ln(x), Math.log(x)) < 3)
    );
  });

  it('is 0 at 1, -Infinity at 0, NaN below and Infinity at Infinity', () => {
    expect([ln(1), ln(0), ln(-1), ln(NaN), ln(Infinity)]).toEqual([0, -Infinity, NaN, NaN, Infinity]);
  });
});
