/** The scoring strategies by the names that case files give them. */
import { balancedAllocation } from '#lib/allocator/rules/score-balanced.ts';
import { type ShapePoint, requestedToCapacityRatio } from '#lib/allocator/rules/score-ratio.ts';
import { type NodeScore, leastAllocated, mostAllocated } from '#lib/allocator/rules/score.ts';

/** A resource of a scoring strategy, as case files write it. */
export interface CaseWeight {
  readonly name: string;
  readonly weight: number;
}

/** @throws {RangeError} for a strategy that kube-scheduler does not have */
export function strategyNamed(name: string, shape: readonly ShapePoint[] = []): NodeScore {
  switch (name) {
    case 'LeastAllocated':
      return leastAllocated;
    case 'MostAllocated':
      return mostAllocated;
    case 'RequestedToCapacityRatio':
      return requestedToCapacityRatio(shape);
    case 'BalancedAllocation':
      return balancedAllocation;
    default:
      throw new RangeError(`Cannot score by "${name}": no such strategy`);
  }
}
