import { describe, expect, it } from 'vitest';
import { dominantShare, drfOrder, type ShareHolder } from '#lib/allocator/rules/drf.ts';

const holder = (allocated: number[], weight = 1, served = 0): ShareHolder => ({ allocated, weight, served });

describe('dominantShare()', () => {
  it('is the larger of the shares, with the resource that gives it', () => {
    expect(dominantShare(holder([3, 1]), [9, 18])).toEqual({ share: 1 / 3, resource: 0 });
    expect(dominantShare(holder([1, 4]), [9, 18])).toEqual({ share: 2 / 9, resource: 1 });
  });

  it('skips a resource of which there is none', () => {
    expect(dominantShare(holder([1, 4]), [9, 0])).toEqual({ share: 1 / 9, resource: 0 });
  });

  it('is divided by the weight', () => {
    expect(dominantShare(holder([3, 0], 2), [9, 18]).share).toBe(1 / 6);
  });

  it('is 0 of no resource for one that holds nothing', () => {
    expect(dominantShare(holder([0, 0]), [9, 18])).toEqual({ share: 0, resource: undefined });
  });
});

describe('drfOrder()', () => {
  it('serves the smallest share first', () => {
    expect(drfOrder([holder([3]), holder([1]), holder([2])], [9])).toEqual([1, 2, 0]);
  });

  it('serves of equal shares whoever was served less often, then the lower index', () => {
    expect(drfOrder([holder([2], 1, 3), holder([4], 2, 1), holder([2], 1, 1)], [9])).toEqual([1, 2, 0]);
  });

  it('tells every share that it compared', () => {
    const told: unknown[] = [];
    drfOrder([holder([3]), holder([0])], [9], (tenant, dominant) => told.push([tenant, dominant.share]));
    expect(told).toEqual([
      [0, 1 / 3],
      [1, 0]
    ]);
  });
});
