/**
 * Fair sharing in a cohort tree: how much of what its parent could lend does a node borrow?
 *
 * Share = 1000 · max over resources (borrowed / lendable) / weight. A node that borrows nothing has share 0; one of
 * weight 0 that borrows has an infinite share. The largest share is the first to give back.
 *
 * Source: kubernetes-sigs/kueue `pkg/cache/scheduler/fair_sharing.go`, 2026-08.
 *
 * @module
 */

import type { Amounts } from './fit.ts';
import { potentiallyAvailable, type QuotaTree } from './kueue-quota.ts';

/** How much a node borrows, in relation to what it could. */
export interface BorrowedShare {
  /** Thousandths of what is lendable, before the weight. */
  readonly ratio: number;
  readonly weight: number;
  readonly borrowing: boolean;
  /** The resource that gives the ratio; undefined where it is 0. */
  readonly resource: number | undefined;
}

/**
 * The share of a node as things stand.
 *
 * @param more a demand by cell that counts as used, too
 */
export function dominantResourceShare(tree: QuotaTree, node: number, more?: Amounts): BorrowedShare {
  const { parent, weight } = tree.nodes[node]!;
  const borrowed = parent < 0 ? new Map<number, number>() : borrowedBy(tree, node, more);
  let ratio = 0;
  let resource: number | undefined;
  for (const [r, amount] of [...borrowed].sort(([a], [b]) => a - b)) {
    const lendable = lendableOf(tree, parent, r);
    if (lendable > 0 && (amount * 1000) / lendable > ratio) {
      ratio = (amount * 1000) / lendable;
      resource = r;
    }
  }
  return { ratio, weight, borrowing: borrowed.size > 0, resource };
}

/** By resource, over all flavours, what a node uses beyond its quota. */
function borrowedBy(tree: QuotaTree, node: number, more?: Amounts): Map<number, number> {
  const borrowed = new Map<number, number>();
  for (let cell = 0; cell < tree.width; cell++) {
    const at = node * tree.width + cell;
    if (tree.declared[at] === 0) continue;
    const amount = tree.usage[at]! + (more?.[cell] ?? 0) - tree.subtree[at]!;
    const resource = tree.resourceOf[cell]!;
    if (amount > 0) borrowed.set(resource, (borrowed.get(resource) ?? 0) + amount);
  }
  return borrowed;
}

function lendableOf(tree: QuotaTree, node: number, resource: number): number {
  let sum = 0;
  for (let cell = 0; cell < tree.width; cell++)
    if (tree.resourceOf[cell] === resource) sum += potentiallyAvailable(tree, node, cell);
  return sum;
}

const isInfinite = ({ weight, borrowing }: BorrowedShare): boolean => weight === 0 && borrowing;

/** The weighted share, in thousandths: 0 to Infinity. */
export const weightedShare = (share: BorrowedShare): number =>
  isInfinite(share) ? Infinity : share.ratio === 0 ? 0 : share.ratio / share.weight;

/** The weighted share as Kueue reports it: rounded up to a whole number. */
export const reportedShare = (share: BorrowedShare): number => Math.ceil(weightedShare(share));

/** Below 0 where `a` has the smaller share; of two infinite ones the ratio decides. */
export function compareShares(a: BorrowedShare, b: BorrowedShare): number {
  if (isInfinite(a) && isInfinite(b)) return a.ratio - b.ratio;
  const [x, y] = [weightedShare(a), weightedShare(b)];
  return x === y ? 0 : x < y ? -1 : 1;
}
