import { describe, expect, it } from 'vitest';
import { changeUsage, type Quota, type QuotaNode, quotaTree } from '#lib/allocator/rules/kueue-quota.ts';
import {
  compareShares,
  dominantResourceShare,
  reportedShare,
  weightedShare
} from '#lib/allocator/rules/kueue-share.ts';

const quota = (nominal: number): Quota => ({ nominal, borrowingLimit: Infinity, lendingLimit: Infinity });
const node = (parent: number, weight: number, ...quotas: (Quota | undefined)[]): QuotaNode => ({
  parent,
  quotas,
  weight
});

// Cells: CPUs and GPUs. Queue 1 has 2 CPUs and 5 GPUs, queue 2 has 8 and 5: 10 of each are lendable.
const cohort = (weight = 1) =>
  quotaTree(
    [node(-1, 1, undefined, undefined), node(0, weight, quota(2), quota(5)), node(0, 1, quota(8), quota(5))],
    [0, 1]
  );

describe('dominantResourceShare()', () => {
  it('is that of the resource of which the largest part is borrowed', () => {
    const tree = cohort();
    changeUsage(tree, 1, 0, 3);
    changeUsage(tree, 1, 1, 7);
    expect(dominantResourceShare(tree, 1)).toEqual({ ratio: 200, weight: 1, borrowing: true, resource: 1 });
  });

  it('takes the first resource where two are equal', () => {
    const tree = cohort();
    changeUsage(tree, 1, 0, 4);
    changeUsage(tree, 1, 1, 7);
    expect(dominantResourceShare(tree, 1).resource).toBe(0);
  });

  it('is 0 up to the quota', () => {
    const tree = cohort();
    changeUsage(tree, 1, 1, 5);
    expect(dominantResourceShare(tree, 1)).toEqual({ ratio: 0, weight: 1, borrowing: false, resource: undefined });
  });

  it('is 0 at a root, which has nobody to borrow from', () => {
    const tree = cohort();
    changeUsage(tree, 1, 1, 50);
    expect(dominantResourceShare(tree, 0).borrowing).toBe(false);
  });

  it('ignores what is used of a resource for which the node declares no quota', () => {
    const tree = quotaTree([node(-1, 1, quota(10)), node(0, 1, undefined)], [0]);
    changeUsage(tree, 1, 0, 4);
    expect(dominantResourceShare(tree, 1).borrowing).toBe(false);
  });

  it('counts a demand as if it were used', () => {
    expect(dominantResourceShare(cohort(), 1, [5, 0]).ratio).toBe(300);
  });

  it('adds what is borrowed over the flavours of a resource', () => {
    // Two flavours of one resource: 1 borrowed in each, of 20 lendable.
    const tree = quotaTree(
      [node(-1, 1, undefined, undefined), node(0, 1, quota(5), quota(5)), node(0, 1, quota(5), quota(5))],
      [0, 0]
    );
    changeUsage(tree, 1, 0, 6);
    changeUsage(tree, 1, 1, 6);
    expect(dominantResourceShare(tree, 1).ratio).toBe(100);
  });
});

describe('weightedShare()', () => {
  it('shrinks with the weight', () => {
    expect(weightedShare({ ratio: 200, weight: 0.5, borrowing: true, resource: 0 })).toBe(400);
  });

  it('is infinite for a weight of 0 that borrows, and 0 for one that does not', () => {
    expect(weightedShare({ ratio: 1, weight: 0, borrowing: true, resource: 0 })).toBe(Infinity);
    expect(weightedShare({ ratio: 0, weight: 0, borrowing: false, resource: undefined })).toBe(0);
  });
});

describe('reportedShare()', () => {
  it('rounds up, so that the smallest debt shows', () => {
    expect(reportedShare({ ratio: 200, weight: 1000, borrowing: true, resource: 0 })).toBe(1);
  });
});

describe('compareShares()', () => {
  const share = (ratio: number, weight: number) => ({ ratio, weight, borrowing: ratio > 0, resource: 0 });

  it('compares what the weights make of the ratios', () => {
    expect(compareShares(share(100, 1), share(300, 2))).toBe(-1);
    expect(compareShares(share(100, 1), share(200, 2))).toBe(0);
  });

  it('puts weight 0 above everybody, and compares two such by their ratios', () => {
    expect(compareShares(share(1, 0), share(900, 1))).toBe(1);
    expect(compareShares(share(1, 0), share(2, 0))).toBeLessThan(0);
  });
});
