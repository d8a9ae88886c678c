import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  available,
  borrows,
  changeUsage,
  copyOf,
  potentiallyAvailable,
  type Quota,
  quotaFits,
  type QuotaNode,
  quotaShortages,
  quotaTree
} from '#lib/allocator/rules/kueue-quota.ts';

const quota = (nominal: number, borrowingLimit = Infinity, lendingLimit = Infinity): Quota => ({
  nominal,
  borrowingLimit,
  lendingLimit
});
const node = (parent: number, ...quotas: (Quota | undefined)[]): QuotaNode => ({ parent, quotas, weight: 1 });

// One cohort (0) without quota of its own, and two queues of 10 in it.
const pair = (a: Quota, b: Quota) => quotaTree([node(-1, undefined), node(0, a), node(0, b)], [0]);
const [A, B] = [1, 2];

describe('available()', () => {
  it('is what is left of the quota of a queue without cohort', () => {
    const tree = quotaTree([node(-1, quota(5))], [0]);
    changeUsage(tree, 0, 0, 2);
    expect(available(tree, 0, 0)).toBe(3);
  });

  it('counts what the others in the cohort leave unused', () => {
    const tree = pair(quota(10), quota(10));
    changeUsage(tree, B, 0, 4);
    expect(available(tree, A, 0)).toBe(16);
  });

  it('stops at the borrowing limit', () => {
    const tree = pair(quota(10, 2), quota(10));
    changeUsage(tree, A, 0, 7);
    expect(available(tree, A, 0)).toBe(5);
  });

  it('leaves the part that another does not lend to that other', () => {
    const tree = pair(quota(10), quota(10, Infinity, 4));
    expect(available(tree, A, 0)).toBe(14);
    expect(available(tree, B, 0)).toBe(20);
  });

  it('does not take from what is lent while the part kept back lasts', () => {
    const tree = pair(quota(10), quota(10, Infinity, 4));
    changeUsage(tree, B, 0, 6);
    expect(available(tree, A, 0)).toBe(14);
    changeUsage(tree, B, 0, 1);
    expect(available(tree, A, 0)).toBe(13);
  });

  it('allows borrowing on top of all its own, that which it keeps back included', () => {
    const tree = pair(quota(10, 2, 4), quota(10));
    changeUsage(tree, A, 0, 3);
    expect(available(tree, A, 0)).toBe(9);
  });

  it('is 0, not less, where more is booked than there is', () => {
    const tree = quotaTree([node(-1, quota(0))], [0]);
    changeUsage(tree, 0, 0, 1);
    expect(available(tree, 0, 0)).toBe(0);
  });

  it('goes through every level of cohorts, and each has its limit', () => {
    // root (0, nothing) > left (1: 10, may borrow 5) > queue (2: 10); root > queue (3: 30)
    const tree = quotaTree([node(-1, undefined), node(0, quota(10, 5)), node(1, quota(10)), node(0, quota(30))], [0]);
    expect(available(tree, 2, 0)).toBe(25);
    expect(available(tree, 3, 0)).toBe(50);
  });
});

describe('potentiallyAvailable()', () => {
  it('forgets what is used', () => {
    const tree = pair(quota(10, 2), quota(10));
    changeUsage(tree, B, 0, 20);
    expect(potentiallyAvailable(tree, A, 0)).toBe(12);
    expect(potentiallyAvailable(tree, B, 0)).toBe(20);
  });
});

describe('changeUsage()', () => {
  it('is undone by the opposite change, whatever was booked and in whatever order', () => {
    const change = fc.record({ queue: fc.constantFrom(A, B), amount: fc.integer({ min: 0, max: 30 }) });
    fc.assert(
      fc.property(fc.array(change), fc.nat(20), (changes, lending) => {
        const tree = pair(quota(10, 5), quota(10, Infinity, lending));
        for (const { queue, amount } of changes) changeUsage(tree, queue, 0, amount);
        for (const { queue, amount } of changes) changeUsage(tree, queue, 0, -amount);
        expect([...tree.usage]).toEqual([0, 0, 0]);
      })
    );
  });

  it('leaves a copy alone', () => {
    const tree = pair(quota(10), quota(10));
    const copy = copyOf(tree);
    changeUsage(tree, A, 0, 1);
    expect([...copy.usage]).toEqual([0, 0, 0]);
  });
});

describe('quotaShortages()', () => {
  // Cells: GPUs and CPUs.
  const tree = () =>
    quotaTree([node(-1, undefined, undefined), node(0, quota(2, 1), quota(8)), node(0, quota(4), quota(8))], [0, 1]);

  it('names the cell with the numbers compared', () => {
    const t = tree();
    changeUsage(t, A, 0, 2);
    expect(quotaShortages(t, A, [2, 8])).toEqual([{ cell: 0, asked: 2, available: 1, potentiallyAvailable: 3 }]);
  });

  it('admits an exact fit', () => {
    expect(quotaShortages(tree(), A, [3, 16])).toEqual([]);
    expect(quotaFits(tree(), A, [3, 16])).toBe(true);
  });

  it('admits all or nothing', () => {
    expect(quotaFits(tree(), A, [4, 1])).toBe(false);
  });

  it('refuses what would have to be borrowed where that is forbidden', () => {
    expect(quotaFits(tree(), A, [2, 8], false)).toBe(true);
    expect(quotaFits(tree(), A, [3, 8], false)).toBe(false);
    expect(quotaShortages(tree(), A, [3, 8], false)).toHaveLength(1);
  });

  it('ignores a cell that is not asked for, even one in debt', () => {
    const t = tree();
    changeUsage(t, A, 0, 9);
    expect(quotaFits(t, A, [0, 1], false)).toBe(true);
    expect(quotaShortages(t, A, [0, 1], false)).toEqual([]);
  });
});

describe('borrows()', () => {
  it('begins above the quota, not at it', () => {
    const tree = pair(quota(10), quota(10));
    expect(borrows(tree, A, 0, 10)).toBe(false);
    expect(borrows(tree, A, 0, 11)).toBe(true);
  });
});

describe('quotaTree()', () => {
  it('refuses a node before its parent, so that no circle can be written', () => {
    expect(() => quotaTree([node(1, quota(1)), node(-1, quota(1))], [0])).toThrow(
      'Cannot place quota node 0: its parent 1 must come before it'
    );
  });
});
