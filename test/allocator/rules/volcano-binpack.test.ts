import { describe, expect, it } from 'vitest';
import type { ScorePart } from '#lib/allocator/rules/score.ts';
import { volcanoBinpack } from '#lib/allocator/rules/volcano-binpack.ts';

const resources = [2, 3].map((weight, resource) => ({ resource, weight, scalar: false }));
const score = (demand: number[], free: number[], allocatable: number[]) =>
  volcanoBinpack(demand, free, allocatable, 0, resources);

describe('volcanoBinpack()', () => {
  it('is the weighted mean of what the node would hold, in per cent', () => {
    // (2 × 2/2 + 3 × 2/4) / 5
    expect(score([1, 1], [1, 3], [2, 4])).toBeCloseTo(70, 12);
  });

  it('is 0 where a resource does not fit', () => {
    expect(score([2, 1], [1, 3], [2, 4])).toBe(0);
  });

  it('counts the weight of a resource that the node does not have', () => {
    expect(score([1, 1], [0, 3], [0, 4])).toBeCloseTo(30, 12);
  });

  it('leaves out what the pod does not ask for', () => {
    expect(score([1, 0], [1, 0], [2, 4])).toBe(100);
  });

  it('is 0 for a pod that asks for nothing', () => {
    expect(score([0, 0], [1, 1], [2, 4])).toBe(0);
  });

  it('tells the part of each resource', () => {
    const parts: ScorePart[] = [];
    volcanoBinpack([1, 1], [1, 3], [2, 4], 0, resources, (part) => parts.push(part));
    expect(parts.map((part) => [part.requested, part.score])).toEqual([
      [2, 100],
      [2, 50]
    ]);
  });
});
