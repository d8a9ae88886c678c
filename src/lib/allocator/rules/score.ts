/**
 * Scores of a node for a demand, 0 to 100, larger is better: LeastAllocated spreads, MostAllocated packs.
 *
 * "Requested" means what the node would hold with the demand added. Exact for amounts up to 2^46 (64 TiB of memory):
 * above, a quotient may round up to the next whole number before it is truncated.
 *
 * Source: kubernetes `pkg/scheduler/framework/plugins/noderesources`, v1.31 to v1.35.
 *
 * @module
 */

import type { Amounts } from './fit.ts';

/** A resource that takes part in a score. */
export interface ScoredResource {
  readonly resource: number;
  readonly weight: number;
  /** Anything but cpu, memory and ephemeral storage: left out, with its weight, for a pod that asks for none of it. */
  readonly scalar: boolean;
}

/** What one resource adds to a score; for BalancedAllocation `score` is the share taken, in per cent, at most 100. */
export interface ScorePart {
  readonly resource: number;
  readonly requested: number;
  readonly allocatable: number;
  readonly score: number;
}

/** The score of the node at `offset` for a demand; 0 where no resource takes part. `sink` is told every part. */
export type NodeScore = (
  demand: Amounts,
  free: Amounts,
  allocatable: Amounts,
  offset: number,
  resources: readonly ScoredResource[],
  sink?: (part: ScorePart) => void
) => number;

/** Whether a resource takes part in the score of a node that offers `allocatable` for a pod that asks for `asked`. */
export const takesPart = ({ scalar }: ScoredResource, asked: number, allocatable: number): boolean =>
  allocatable !== 0 && !(scalar && asked === 0);

/** What the node at `offset` would hold of a resource with the demand added. */
export const requestedOn = (
  { resource }: ScoredResource,
  demand: Amounts,
  free: Amounts,
  allocatable: Amounts,
  offset: number
): number => allocatable[offset + resource]! - free[offset + resource]! + demand[resource]!;

/** Resources that count even for a pod that asks for none of them. */
const ALWAYS_SCORED: readonly string[] = ['cpu', 'memory', 'ephemeral-storage'];

/**
 * A resource as it is scored.
 *
 * @param names of the resources, by index
 * @throws {RangeError} if the name is not among them
 */
export function scoredResource(name: string, weight: number, names: readonly string[]): ScoredResource {
  const resource = names.indexOf(name);
  if (resource < 0) throw new RangeError(`Cannot score resource "${name}": it must be one of ${names.join(', ')}`);
  return { resource, weight, scalar: !ALWAYS_SCORED.includes(name) };
}

/** Mean of the scores of the resources by weight, truncated. */
function weightedMean(scoreOf: (requested: number, capacity: number) => number): NodeScore {
  return (demand, free, allocatable, offset, resources, sink) => {
    let sum = 0;
    let weights = 0;
    for (const scored of resources) {
      const capacity = allocatable[offset + scored.resource]!;
      if (!takesPart(scored, demand[scored.resource]!, capacity)) continue;
      const requested = requestedOn(scored, demand, free, allocatable, offset);
      const score = scoreOf(requested, capacity);
      sum += scored.weight * score;
      weights += scored.weight;
      sink?.({ resource: scored.resource, requested, allocatable: capacity, score });
    }
    return weights === 0 ? 0 : Math.floor(sum / weights);
  };
}

/** Share that stays free, in per cent: prefers the emptiest node; 0 where more is requested than there is. */
export const leastAllocated: NodeScore = weightedMean((requested, capacity) =>
  requested > capacity ? 0 : Math.floor(((capacity - requested) * 100) / capacity)
);

/** Share that is taken, in per cent: prefers the fullest node; 100 where more is requested than there is. */
export const mostAllocated: NodeScore = weightedMean((requested, capacity) =>
  Math.floor((Math.min(requested, capacity) * 100) / capacity)
);
