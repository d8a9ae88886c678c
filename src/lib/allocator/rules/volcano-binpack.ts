import { type NodeScore, requestedOn } from './score.ts';

/**
 * Volcano's binpack plugin: the mean part of each resource that the node would hold, by weight; prefers the fullest
 * node. 0 where a weighted resource does not fit. A resource that the node does not have adds nothing to the sum, but
 * its weight counts. Not rounded.
 *
 * Source: volcano-sh/volcano `pkg/scheduler/plugins/binpack/binpack.go`, commit ed72c7c.
 */
export const volcanoBinpack: NodeScore = (demand, free, allocatable, offset, resources, sink) => {
  let sum = 0;
  let weights = 0;
  for (const scored of resources) {
    if (demand[scored.resource] === 0) continue;
    const capacity = allocatable[offset + scored.resource]!;
    const requested = requestedOn(scored, demand, free, allocatable, offset);
    if (capacity > 0 && requested > capacity) return 0;
    const part = capacity === 0 ? 0 : requested / capacity;
    sum += part * scored.weight;
    weights += scored.weight;
    sink?.({ resource: scored.resource, requested, allocatable: capacity, score: part * 100 });
  }
  return weights === 0 ? 0 : (sum / weights) * 100;
};
