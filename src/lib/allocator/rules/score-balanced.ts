/**
 * BalancedAllocation: prefers the node on which cpu, memory and the rest would be taken in equal parts, so that none
 * runs out while another lies idle.
 *
 * Source: kubernetes `noderesources/balanced_allocation.go`, the formula of v1.22 to v1.35.
 *
 * @module
 */

import type { Amounts } from './fit.ts';
import { type NodeScore, type ScoredResource, requestedOn, takesPart } from './score.ts';

/** 100 less the population standard deviation of the shares taken, in per cent, truncated; weights play no part. */
export const balancedAllocation: NodeScore = (demand, free, allocatable, offset, resources, sink) =>
  Math.floor((1 - deviation(demand, free, allocatable, offset, resources, sink)) * 100);

const deviation: NodeScore = (demand, free, allocatable, offset, resources, sink) => {
  let count = 0;
  let sum = 0;
  let previous = 0;
  let last = 0;
  for (const scored of resources) {
    const capacity = allocatable[offset + scored.resource]!;
    if (!takesPart(scored, demand[scored.resource]!, capacity)) continue;
    const requested = requestedOn(scored, demand, free, allocatable, offset);
    const share = Math.min(1, requested / capacity);
    sink?.({ resource: scored.resource, requested, allocatable: capacity, score: share * 100 });
    previous = last;
    last = share;
    sum += share;
    count++;
  }
  if (count < 2) return 0;
  // Halving gives other last bits than squares and a root would, and the truncation shows them.
  if (count === 2) return Math.abs((previous - last) / 2);
  return Math.sqrt(squaresAround(sum / count, demand, free, allocatable, offset, resources) / count);
};

function squaresAround(
  mean: number,
  demand: Amounts,
  free: Amounts,
  allocatable: Amounts,
  offset: number,
  resources: readonly ScoredResource[]
): number {
  let squares = 0;
  for (const scored of resources) {
    const capacity = allocatable[offset + scored.resource]!;
    if (!takesPart(scored, demand[scored.resource]!, capacity)) continue;
    const share = Math.min(1, requestedOn(scored, demand, free, allocatable, offset) / capacity);
    squares += (share - mean) * (share - mean);
  }
  return squares;
}

/** Whether the plugin has a say: from v1.33 it stays silent for a pod that asks for none of its resources (PR 130260). */
export function balancedApplies(demand: Amounts, resources: readonly ScoredResource[]): boolean {
  return resources.some(({ resource }) => demand[resource]! > 0);
}
