import { describe, expect, it } from 'vitest';
import type { ScorePart } from '../../../src/lib/allocator/rules/score.ts';
import { balancedAllocation, balancedApplies } from '../../../src/lib/allocator/rules/score-balanced.ts';

const CPU = { resource: 0, weight: 1, scalar: false };
const MEMORY = { resource: 1, weight: 9, scalar: false };
const GPU = { resource: 2, weight: 1, scalar: true };

describe('balancedAllocation()', () => {
  it('is 100 where equal parts are taken', () => {
    expect(balancedAllocation([2, 4], [4, 8], [4, 8], 0, [CPU, MEMORY])).toBe(100);
  });

  it('loses half the distance between two shares, whatever their weights', () => {
    // 75 % and 50 %: 100 - 12.5, truncated
    expect(balancedAllocation([3, 4], [4, 8], [4, 8], 0, [CPU, MEMORY])).toBe(87);
  });

  it('loses the standard deviation of three shares', () => {
    // 100 %, 100 %, 25 %: mean 75, deviation 35.35…
    expect(balancedAllocation([4, 8, 2], [4, 8, 8], [4, 8, 8], 0, [CPU, MEMORY, GPU])).toBe(64);
  });

  it('looks only at resources that take part, wherever they stand', () => {
    const rdma = { resource: 3, weight: 1, scalar: true };
    expect(balancedAllocation([4, 8, 2, 0], [4, 8, 8, 4], [4, 8, 8, 4], 0, [rdma, CPU, MEMORY, GPU])).toBe(64);
  });

  it('tells the sink the share of each resource in per cent', () => {
    const parts: ScorePart[] = [];
    balancedAllocation([3, 4], [4, 6], [4, 8], 0, [CPU, MEMORY], (part) => parts.push(part));
    expect(parts).toEqual([
      { resource: 0, requested: 3, allocatable: 4, score: 75 },
      { resource: 1, requested: 6, allocatable: 8, score: 75 }
    ]);
  });

  it('takes a share above the whole for the whole', () => {
    expect(balancedAllocation([9, 8], [4, 8], [4, 8], 0, [CPU, MEMORY])).toBe(100);
  });

  it('is 100 where fewer than two resources take part', () => {
    expect(balancedAllocation([3, 0, 0], [4, 0, 8], [4, 0, 8], 0, [CPU, MEMORY, GPU])).toBe(100);
  });
});

describe('balancedApplies()', () => {
  it('is silent for a pod that asks only for resources it does not look at', () => {
    expect(balancedApplies([0, 0, 1], [CPU, MEMORY])).toBe(false);
    expect(balancedApplies([0, 0, 1], [CPU, MEMORY, GPU])).toBe(true);
  });
});
