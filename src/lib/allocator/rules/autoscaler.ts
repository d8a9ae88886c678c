/**
 * How many new nodes the Cluster Autoscaler asks for: pending pods packed on imagined nodes.
 *
 * Amounts are whole numbers by resource index; pod slots are a resource like others, of which each pod asks for one.
 *
 * Source: kubernetes/autoscaler `cluster-autoscaler/estimator` (`BinpackingNodeEstimator`, `DecreasingPodOrderer`),
 * 1.31. The real one begins its search for a used node where the last one ended; this one at the first.
 *
 * @module
 */

import { type Amounts, fits } from './fit.ts';

/** Pods that ask for the same. */
export interface PendingGroup {
  readonly count: number;
  readonly demand: Amounts;
}

/** How one group was packed; `score` is its place in the order, larger first. */
export interface PackingEvidence {
  readonly group: number;
  readonly score: number;
  readonly fitsEmptyNode: boolean;
  readonly packed: number;
  readonly newNodes: number;
}

/** The nodes to add, and how many pods of each group they would hold, by its position in the input. */
export interface ScaleUpEstimate {
  readonly newNodes: number;
  readonly packed: readonly number[];
}

/** How large a pod is beside an empty node: its shares of the resources that count, summed. */
function sizeScore(demand: Amounts, template: Amounts, sizedBy: readonly number[]): number {
  let score = 0;
  for (const r of sizedBy) {
    const offered = template[r] ?? 0;
    if (offered > 0) score += (demand[r] ?? 0) / offered;
  }
  return score;
}

/** Books up to `count` equal pods on one node; says how many fitted. */
function fill(free: number[], demand: Amounts, count: number): number {
  let placed = 0;
  for (; placed < count && fits(demand, free, 0); placed++)
    for (let r = 0; r < demand.length; r++) free[r] = (free[r] ?? 0) - (demand[r] ?? 0);
  return placed;
}

/**
 * First fit, largest pods first, on nodes like `template`. A pod that an empty node cannot hold calls for no node.
 *
 * Cost: a check for each pod, and one for each group and node: of equal pods none fits where one before it did not.
 *
 * @param sizedBy the resources that decide which pods are large: kubernetes takes cpu and memory, whatever else is asked
 * @param maxNodes how many may be added
 */
export function estimateScaleUp(
  template: Amounts,
  groups: readonly PendingGroup[],
  sizedBy: readonly number[],
  maxNodes = Infinity,
  sink?: (evidence: PackingEvidence) => void
): ScaleUpEstimate {
  const nodes: number[][] = [];
  const packed = new Array<number>(groups.length).fill(0);
  const order = groups
    .map(({ count, demand }, group) => ({ count, demand, group, score: sizeScore(demand, template, sizedBy) }))
    .sort((a, b) => b.score - a.score);

  for (const { count, demand, group, score } of order) {
    const before = nodes.length;
    const fitsEmptyNode = fits(demand, template, 0);
    let placed = 0;
    for (const free of nodes) placed += fill(free, demand, count - placed);
    while (fitsEmptyNode && placed < count && nodes.length < maxNodes) {
      const free = Array.from(template);
      nodes.push(free);
      placed += fill(free, demand, count - placed);
    }
    packed[group] = placed;
    sink?.({ group, score, fitsEmptyNode, packed: placed, newNodes: nodes.length - before });
  }
  return { newNodes: nodes.length, packed };
}
