/**
 * RequestedToCapacityRatio: the score of a node as a function of its utilisation that the operator draws.
 *
 * Source: kubernetes `noderesources/requested_to_capacity_ratio.go` and `helper/shape_score.go`, v1.31 to v1.35.
 *
 * @module
 */

import { type NodeScore, requestedOn, takesPart } from './score.ts';

/** A point of the curve: utilisation in per cent, 0 to 100, strictly rising from point to point; score 0 to 10. */
export interface ShapePoint {
  readonly utilization: number;
  readonly score: number;
}

/** The curve through at least one point: straight between points, truncated to whole numbers, flat outside. */
export function brokenLinear(points: readonly ShapePoint[]): (utilization: number) => number {
  return (utilization) => {
    let before: ShapePoint | undefined;
    for (const point of points) {
      if (utilization <= point.utilization)
        return before === undefined ? point.score : between(before, point, utilization);
      before = point;
    }
    return before?.score ?? 0;
  };
}

function between(a: ShapePoint, b: ShapePoint, utilization: number): number {
  return a.score + Math.trunc(((b.score - a.score) * (utilization - a.utilization)) / (b.utilization - a.utilization));
}

/**
 * The score by a curve. A resource that scores 0 is left out with its weight, and the mean is rounded half up: unlike
 * the other two, which truncate.
 */
export function requestedToCapacityRatio(shape: readonly ShapePoint[]): NodeScore {
  const curve = brokenLinear(shape.map((p) => ({ ...p, score: p.score * 10 })));
  return (demand, free, allocatable, offset, resources, sink) => {
    let sum = 0;
    let weights = 0;
    for (const scored of resources) {
      const capacity = allocatable[offset + scored.resource]!;
      if (!takesPart(scored, demand[scored.resource]!, capacity)) continue;
      const requested = requestedOn(scored, demand, free, allocatable, offset);
      const score = curve(Math.floor((Math.min(requested, capacity) * 100) / capacity));
      sink?.({ resource: scored.resource, requested, allocatable: capacity, score });
      if (score <= 0) continue;
      sum += scored.weight * score;
      weights += scored.weight;
    }
    return weights === 0 ? 0 : Math.round(sum / weights);
  };
}
