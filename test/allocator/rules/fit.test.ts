import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { exceedsNode, fits, shortages } from '../../../src/lib/allocator/rules/fit.ts';

// Two nodes of two resources, node after node:
//
//              cpu  gpu
//   node 0      4    1
//   node 1      8    0
const FREE = Float64Array.of(4, 1, 8, 0);
const ALLOCATABLE = Float64Array.of(16, 4, 16, 0);
const NODE_1 = 2;

describe('fits()', () => {
  it('admits a demand that takes the last of a resource', () => {
    expect(fits([4, 1], FREE, 0)).toBe(true);
  });

  it('refuses a demand of one more than is free', () => {
    expect(fits([5, 1], FREE, 0)).toBe(false);
  });

  it('looks at the node that begins at the offset', () => {
    expect(fits([8, 0], FREE, NODE_1)).toBe(true);
  });

  it('does not hold a zero demand against an overcommitted resource', () => {
    expect(fits([1, 0], [4, -2], 0)).toBe(true);
  });
});

describe('shortages()', () => {
  it('reports every short resource, not only the first', () => {
    expect(shortages([9, 1], FREE, ALLOCATABLE, NODE_1)).toEqual([
      { resource: 0, asked: 9, free: 8, allocatable: 16 },
      { resource: 1, asked: 1, free: 0, allocatable: 0 }
    ]);
  });

  it('is empty exactly where the demand fits', () => {
    const amounts = fc.array(fc.integer({ min: -2, max: 3 }), { minLength: 3, maxLength: 3 });
    fc.assert(
      fc.property(amounts, amounts, (demand, free) => {
        expect(shortages(demand, free, free, 0).length === 0).toBe(fits(demand, free, 0));
      })
    );
  });
});

describe('exceedsNode()', () => {
  const short = (asked: number, allocatable: number) => [{ resource: 0, asked, free: 0, allocatable }];

  it('finds a demand beyond what the whole node offers', () => {
    expect(exceedsNode(short(9, 8), ['cpu'])).toBe(true);
  });

  it('leaves hope for a demand of the whole node', () => {
    expect(exceedsNode(short(8, 8), ['cpu'])).toBe(false);
  });

  it('never judges pod slots', () => {
    expect(exceedsNode(short(1, 0), ['pods'])).toBe(false);
  });
});
