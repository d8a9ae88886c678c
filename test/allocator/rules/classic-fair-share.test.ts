import { describe, expect, it } from 'vitest';
import { classicFairShare, fairShareFactor, usageDecay } from '#lib/allocator/rules/classic-fair-share.ts';

describe('fairShareFactor()', () => {
  it('is 1 for nothing used, a half for what was due, a quarter for twice that', () => {
    expect([0, 0.3, 0.6].map((usage) => fairShareFactor(usage, 0.3, 1))).toEqual([1, 0.5, 0.25]);
  });

  it('forgives more when dampened', () => {
    expect(fairShareFactor(0.3, 0.3, 2)).toBeCloseTo(Math.SQRT1_2, 12);
  });

  it('is 0 without shares', () => {
    expect(fairShareFactor(0, 0, 1)).toBe(0);
  });
});

describe('usageDecay()', () => {
  it('halves usage with every half-life', () => {
    expect([0, 7, 14].map((days) => usageDecay(days, 7))).toEqual([1, 0.5, 0.25]);
  });

  it('is the same in two steps as in one', () => {
    expect(usageDecay(3, 7) * usageDecay(5, 7)).toBeCloseTo(usageDecay(8, 7), 14);
  });

  it('never decays with an infinite half-life', () => {
    expect(usageDecay(100, Infinity)).toBe(1);
  });
});

describe('classicFairShare()', () => {
  // A has 3 of 4 shares; its users a1 and a2 have equal shares, and only a1 ran anything.
  const user = (name: string, usage: number) => ({ name, shares: 1, usage });
  const results = classicFairShare(
    [
      { name: 'A', shares: 3, usage: 0, children: [user('a1', 0.4), user('a2', 0)] },
      { name: 'B', shares: 1, usage: 0, children: [user('b', 0.2)] }
    ],
    1
  );

  it('splits shares from level to level', () => {
    expect(results.get('a2')?.shares).toBe(0.375);
  });

  it('takes usage as it is on the first tier', () => {
    expect(results.get('A')).toEqual({ shares: 0.75, effectiveUsage: 0.4, factor: undefined });
  });

  it('lets what a sibling used weigh on a user who used nothing', () => {
    expect(results.get('a2')?.effectiveUsage).toBeCloseTo(0.2, 12);
    expect(results.get('a1')?.effectiveUsage).toBeCloseTo(0.4, 12);
  });

  it('gives users a factor from their own shares', () => {
    expect(results.get('a2')?.factor).toBeCloseTo(2 ** -(0.2 / 0.375), 12);
  });
});
