/**
 * Choosing among nodes that fit: by position, by score, or by what they have left. kube-scheduler draws lots among the
 * best; here the lowest index wins a tie, so that a run can be repeated.
 *
 * @module
 */

import type { Amounts } from './fit.ts';

/** Whether node `a` is strictly better than node `b`. */
export type Prefers = (a: number, b: number) => boolean;

/** First fit: the node that comes first. */
export const firstFit: Prefers = (a, b) => a < b;

/** Prefers the larger score. */
export const byScore =
  (score: (node: number) => number): Prefers =>
  (a, b) =>
    score(a) > score(b);

/**
 * Best fit: the node with the least free of the first resource in `order`, ties by the next one. Every node would lose
 * the same demand, so what is free before says what is left after.
 *
 * @param free amounts of all nodes, `width` resources each
 * @param order resource indices, the scarcest first
 */
export const bestFit =
  (free: Amounts, width: number, order: readonly number[]): Prefers =>
  (a, b) => {
    for (const r of order) {
      const difference = free[a * width + r]! - free[b * width + r]!;
      if (difference !== 0) return difference < 0;
    }
    return false;
  };

/** The node to which none is preferred, the first of equals; -1 for none. `nodes` are given in index order. */
export function bestNode(nodes: Iterable<number>, prefers: Prefers): number {
  let best = -1;
  for (const node of nodes) if (best === -1 || prefers(node, best)) best = node;
  return best;
}
