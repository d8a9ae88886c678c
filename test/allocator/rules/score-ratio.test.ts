import { describe, expect, it } from 'vitest';
import { brokenLinear, requestedToCapacityRatio } from '../../../src/lib/allocator/rules/score-ratio.ts';

const A = { resource: 0, weight: 1, scalar: true };
const B = { resource: 1, weight: 1, scalar: true };

// A hill: 2 at 0 %, 10 at 40 %, 0 at 100 %.
const HILL = [
  { utilization: 0, score: 2 },
  { utilization: 40, score: 10 },
  { utilization: 100, score: 0 }
];
const PACK = [
  { utilization: 0, score: 0 },
  { utilization: 100, score: 10 }
];

describe('brokenLinear()', () => {
  it('is flat before the first and after the last point', () => {
    expect([-10, 110].map(brokenLinear(HILL))).toEqual([2, 0]);
  });

  it('is straight between points and truncates towards zero, uphill and downhill', () => {
    // 2 + 8·33/40 = 8.6; 10 - 10·33/60 = 4.5, where -5.5 is truncated to -5
    expect([33, 40, 73].map(brokenLinear(HILL))).toEqual([8, 10, 5]);
  });
});

describe('requestedToCapacityRatio()', () => {
  const score = requestedToCapacityRatio(PACK);

  it('scores by the whole per cent that would be taken', () => {
    // 2 of 3: 66.6 % counts as 66
    expect(score([1], [2], [3], 0, [A])).toBe(66);
  });

  it('takes a demand beyond the node for 100 %', () => {
    expect(score([9], [2], [3], 0, [A])).toBe(100);
  });

  it('rounds the mean half up, where the other strategies truncate', () => {
    // 25 and 50: 37.5
    expect(score([1, 2], [4, 4], [4, 4], 0, [A, B])).toBe(38);
  });

  const spread = requestedToCapacityRatio([
    { utilization: 0, score: 10 },
    { utilization: 100, score: 0 }
  ]);

  it('leaves out a GPU nobody asked for', () => {
    expect(spread([2, 0], [4, 4], [4, 4], 0, [A, B])).toBe(50);
  });

  it('leaves out a resource that scores 0, with its weight', () => {
    expect(spread([4, 2], [4, 4], [4, 4], 0, [A, B])).toBe(50);
  });

  it('is 0 where every resource scores 0', () => {
    expect(score([0, 0], [4, 4], [4, 4], 0, [A, B])).toBe(0);
  });
});
