import { describe, expect, it } from 'vitest';
import {
  type ScorePart,
  type ScoredResource,
  leastAllocated,
  mostAllocated,
  scoredResource
} from '../../../src/lib/allocator/rules/score.ts';

const CPU: ScoredResource = { resource: 0, weight: 1, scalar: false };
const GPU: ScoredResource = { resource: 1, weight: 3, scalar: true };

// One node: 3 cpu, 1 of them booked; 8 GPUs, 2 of them booked.
const FREE = [2, 6];
const ALLOCATABLE = [3, 8];

describe('leastAllocated()', () => {
  it('is the share left after the demand, truncated', () => {
    expect(leastAllocated([1, 0], FREE, ALLOCATABLE, 0, [CPU])).toBe(33);
  });

  it('weighs the resources, and truncates again', () => {
    // cpu 33 of weight 1, GPU 50 of weight 3: 183 / 4 = 45.75
    expect(leastAllocated([1, 2], FREE, ALLOCATABLE, 0, [CPU, GPU])).toBe(45);
  });

  it('leaves out a GPU nobody asked for, and its weight', () => {
    expect(leastAllocated([1, 0], FREE, ALLOCATABLE, 0, [CPU, GPU])).toBe(33);
  });

  it('keeps cpu in although none is asked for', () => {
    expect(leastAllocated([0, 2], FREE, ALLOCATABLE, 0, [CPU, GPU])).toBe(54);
  });

  it('leaves out a resource that the node does not have', () => {
    expect(leastAllocated([1, 1], [2, 0], [3, 0], 0, [CPU, GPU])).toBe(33);
  });

  it('is 0 for a demand beyond the node, never negative', () => {
    expect(leastAllocated([9, 0], FREE, ALLOCATABLE, 0, [CPU])).toBe(0);
  });

  it('is 0 where no resource takes part', () => {
    expect(leastAllocated([0, 0], FREE, ALLOCATABLE, 0, [GPU])).toBe(0);
  });

  it('reads the node at the offset', () => {
    expect(leastAllocated([1], [0, 0, 3], [9, 9, 4], 2, [CPU])).toBe(50);
  });

  it('tells the sink the numbers of each part', () => {
    const parts: ScorePart[] = [];
    leastAllocated([1, 2], FREE, ALLOCATABLE, 0, [CPU, GPU], (part) => parts.push(part));
    expect(parts).toEqual([
      { resource: 0, requested: 2, allocatable: 3, score: 33 },
      { resource: 1, requested: 4, allocatable: 8, score: 50 }
    ]);
  });
});

describe('mostAllocated()', () => {
  it('is the share taken after the demand, truncated', () => {
    expect(mostAllocated([1, 0], FREE, ALLOCATABLE, 0, [CPU])).toBe(66);
  });

  it('is 100 for a demand beyond the node, never more', () => {
    expect(mostAllocated([9, 0], FREE, ALLOCATABLE, 0, [CPU])).toBe(100);
  });
});

describe('scoredResource()', () => {
  it('marks what is left out unless asked for', () => {
    expect(scoredResource('cpu', 2, ['cpu', 'memory'])).toEqual({ resource: 0, weight: 2, scalar: false });
    expect(scoredResource('nvidia.com/gpu', 5, ['cpu', 'nvidia.com/gpu']).scalar).toBe(true);
  });

  it('refuses a resource that nobody has', () => {
    expect(() => scoredResource('gpu', 1, ['cpu', 'memory'])).toThrow(
      new RangeError('Cannot score resource "gpu": it must be one of cpu, memory')
    );
  });
});
