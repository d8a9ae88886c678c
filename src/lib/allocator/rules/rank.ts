/**
 * Choosing among nodes that fit. kube-scheduler draws lots among the best; here the lowest index wins a tie, so that a
 * run can be repeated.
 *
 * @module
 */

import type { Amounts } from './fit.ts';

/** First fit: the first of the nodes, given in index order; -1 for none. */
export function firstFit(nodes: readonly number[]): number {
  return nodes[0] ?? -1;
}

/** The first of the nodes, given in index order, with the highest score; -1 for none. */
export function highestScore(nodes: readonly number[], score: (node: number) => number): number {
  let best = -1;
  let highest = -Infinity;
  for (const node of nodes) {
    const s = score(node);
    if (s > highest) [best, highest] = [node, s];
  }
  return best;
}

/**
 * Best fit: the node with the least free of the first resource in `order`, ties by the next one; the first of the
 * nodes, given in index order, wins what is left; -1 for none. Every node would lose the same demand, so what is free
 * before says what is left after.
 *
 * @param free amounts of all nodes, `width` resources each
 * @param order resource indices, the scarcest first
 */
export function bestFit(nodes: readonly number[], free: Amounts, width: number, order: readonly number[]): number {
  let best = -1;
  for (const node of nodes) if (best === -1 || compareFree(node, best, free, width, order) < 0) best = node;
  return best;
}

/** Negative where node `a` has less free than `b` in the first resource of `order` in which they differ. */
export function compareFree(a: number, b: number, free: Amounts, width: number, order: readonly number[]): number {
  for (const r of order) {
    const difference = free[a * width + r]! - free[b * width + r]!;
    if (difference !== 0) return difference;
  }
  return 0;
}
