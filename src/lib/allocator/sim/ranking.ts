import {
  balancedAllocation,
  bestFit,
  byScore,
  firstFit,
  leastAllocated,
  mostAllocated,
  requestedToCapacityRatio,
  type Amounts,
  type NodeScore,
  type Prefers
} from '#lib/allocator/rules/index.ts';
import type { Rank, Scenario } from '#lib/allocator/scenario/index.ts';

/** Amounts of all nodes, node-major, and what they are out of. */
export interface Room {
  readonly free: Amounts;
  readonly allocatable: Amounts;
}

/** How a policy chooses among the nodes that fit; `score` is absent where it goes by position alone. */
export interface Ranking {
  readonly prefers: Prefers;
  readonly score?: (node: number) => number;
}

/** Utilisation is worth more the higher it is: the shape that packs, of the RequestedToCapacityRatio documentation. */
const packing = requestedToCapacityRatio([
  { utilization: 0, score: 0 },
  { utilization: 100, score: 10 }
]);

const scores: Readonly<Partial<Record<Rank, NodeScore>>> = {
  'least-allocated': leastAllocated,
  'most-allocated': mostAllocated,
  balanced: balancedAllocation,
  'requested-to-capacity-ratio': packing
};

/** Index of the resource that is dearest to leave a remainder of: devices before memory before CPU. */
const scarcestFirst = (resources: readonly string[]): number[] => resources.map((_, r) => resources.length - 1 - r);

/** The ranking of a policy for pods of one demand on nodes with this much room. Every resource counts with weight 1. */
export function rankingFor(scenario: Scenario, demand: readonly number[], room: Room): Ranking {
  const { resources, policy } = scenario;
  const width = resources.length;
  const rule = scores[policy.rank];
  if (rule !== undefined) {
    const scored = resources.map((name, resource) => ({
      resource,
      weight: 1,
      scalar: name !== 'cpu' && name !== 'memory' && name !== 'ephemeral-storage'
    }));
    const score = (node: number): number => rule(demand, room.free, room.allocatable, node * width, scored);
    return { prefers: byScore(score), score };
  }
  return { prefers: policy.rank === 'best-fit' ? bestFit(room.free, width, scarcestFirst(resources)) : firstFit };
}
