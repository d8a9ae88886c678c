import { describe, expect, it } from 'vitest';
import { bestFlavour, tryFlavours } from '#lib/allocator/rules/kueue-flavour.ts';
import { changeUsage, type QuotaNode, quotaTree } from '#lib/allocator/rules/kueue-quota.ts';

const node = (parent: number, ...nominals: number[]): QuotaNode => ({
  parent,
  quotas: nominals.map((nominal) => ({ nominal, borrowingLimit: Infinity, lendingLimit: Infinity })),
  weight: 1
});

// One queue with two flavours of one resource: 2 and 4.
const queue = () => quotaTree([node(-1, 2, 4)], [0, 0]);
const modes = (tree: ReturnType<typeof queue>, asked: number, whileBorrowing = false, at = 0) =>
  tryFlavours(
    tree,
    at,
    [
      [asked, 0],
      [0, asked]
    ],
    whileBorrowing
  ).map((a) => a.mode);

describe('tryFlavours()', () => {
  it('stops at the first flavour that fits', () => {
    expect(modes(queue(), 2)).toEqual(['Fit']);
  });

  it('goes on from one that could never hold the request', () => {
    expect(modes(queue(), 3)).toEqual(['NoFit', 'Fit']);
  });

  it('gives no hope for more than the queue could ever have', () => {
    expect(modes(queue(), 9, true)).toEqual(['NoFit', 'NoFit']);
  });

  it('goes on from one where somebody would have to be preempted', () => {
    const tree = queue();
    changeUsage(tree, 0, 0, 1);
    expect(modes(tree, 2)).toEqual(['Preempt', 'Fit']);
  });

  it('gives no hope for what has to be borrowed while the cohort is full, unless the queue reclaims for that', () => {
    const tree = quotaTree([node(-1, 0, 0), node(0, 2, 2), node(0, 2, 2)], [0, 0]);
    for (const cell of [0, 1]) changeUsage(tree, 2, cell, 4);
    expect(modes(tree, 3, false, 1)).toEqual(['NoFit', 'NoFit']);
    expect(modes(tree, 3, true, 1)).toEqual(['Preempt', 'Preempt']);
  });

  it('has hope where a cohort below the root has the quota', () => {
    // root 0 > team 1 (4) > queue 2 (0); root > queue 3 uses everything.
    const tree = quotaTree([node(-1, 0, 0), node(0, 4, 4), node(1, 0, 0), node(0, 0, 0)], [0, 0]);
    for (const cell of [0, 1]) changeUsage(tree, 3, cell, 4);
    expect(modes(tree, 3, false, 2)).toEqual(['Preempt', 'Preempt']);
  });
});

describe('bestFlavour()', () => {
  it('is the one that fits, else the first where preemption could help, else none', () => {
    const attempt = (flavour: number, mode: 'Fit' | 'Preempt' | 'NoFit') => ({ flavour, mode, shortages: [] });
    expect(bestFlavour([attempt(0, 'Preempt'), attempt(1, 'Fit')])?.flavour).toBe(1);
    expect(bestFlavour([attempt(0, 'NoFit'), attempt(1, 'Preempt'), attempt(2, 'Preempt')])?.flavour).toBe(1);
    expect(bestFlavour([attempt(0, 'NoFit')])).toBeUndefined();
  });
});
