import { describe, expect, it } from 'vitest';
import { divideCpu } from '../../../src/lib/allocator/rules/cpu-contention.ts';

const busy = (weight: number, limit = 0) => ({ weight, limit });

describe('divideCpu()', () => {
  it('divides in proportion to weights', () => {
    expect(divideCpu(4000, [busy(1024), busy(3072)])).toEqual([1000, 3000]);
  });

  it('gives what a limit leaves over to the others', () => {
    // 4000 by 1:1:2 would be 1000, 1000, 2000; the third stops at 500, so that 3500 are left for two equals
    expect(divideCpu(4000, [busy(1), busy(1), busy(2, 500)])).toEqual([1750, 1750, 500]);
  });

  it('lets a second container reach its limit only because a first one did', () => {
    // 3000 each by weight; after 1000 for the first, 4000 for each of the others: the second stops at 3500
    expect(divideCpu(9000, [busy(1, 1000), busy(1, 3500), busy(1)])).toEqual([1000, 3500, 4500]);
  });

  it('leaves CPU idle where every limit is reached', () => {
    expect(divideCpu(8000, [busy(1, 1000), busy(5, 2000)])).toEqual([1000, 2000]);
  });
});
