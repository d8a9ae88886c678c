/**
 * BalancedAllocation: prefers the node on which cpu, memory and the rest would be taken in equal parts, so that none
 * runs out while another lies idle.
 *
 * Source: kubernetes `noderesources/balanced_allocation.go`, the formula of v1.22 to v1.35.
 *
 * @module
 */

import type { Amounts } from './fit.ts';
import { type NodeScore, type ScoredResource, takesPart } from './score.ts';

/** 100 less the population standard deviation of the shares taken, in per cent, truncated; weights play no part. */
export const balancedAllocation: NodeScore = (demand, free, allocatable, offset, resources) =>
  Math.floor((1 - deviation(demand, free, allocatable, offset, resources)) * 100);

const deviation: NodeScore = (demand, free, allocatable, offset, resources) => {
  let count = 0;
  let sum = 0;
  let previous = 0;
  let last = 0;
  for (const scored of resources) {
    const share = shareTaken(scored, demand, free, allocatable, offset);
    if (share === NO_PART) continue;
    [previous, last] = [last, share];
    sum += share;
    count++;
  }
  if (count < 2) return 0;
  // Halving gives other last bits than squares and a root would, and the truncation shows them.
  if (count === 2) return Math.abs((previous - last) / 2);
  const mean = sum / count;
  let squares = 0;
  for (const scored of resources) {
    const share = shareTaken(scored, demand, free, allocatable, offset);
    if (share !== NO_PART) squares += (share - mean) * (share - mean);
  }
  return Math.sqrt(squares / count);
};

const NO_PART = -1;

/** Share of one resource that would be taken, 0 to 1, or NO_PART. */
function shareTaken(scored: ScoredResource, demand: Amounts, free: Amounts, allocatable: Amounts, offset: number) {
  const asked = demand[scored.resource]!;
  const capacity = allocatable[offset + scored.resource]!;
  if (!takesPart(scored, asked, capacity)) return NO_PART;
  return Math.min(1, (capacity - free[offset + scored.resource]! + asked) / capacity);
}

/** Whether the plugin has a say: from v1.33 it stays silent for a pod that asks for none of its resources (PR 130260). */
export function balancedApplies(demand: Amounts, resources: readonly ScoredResource[]): boolean {
  return resources.some(({ resource }) => demand[resource]! > 0);
}
