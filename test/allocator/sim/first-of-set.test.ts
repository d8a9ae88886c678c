import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { FirstOfSet } from '#lib/allocator/sim/first-of-set.ts';

describe('FirstOfSet', () => {
  it('knows the least of its numbers, whatever comes and goes', () => {
    const size = fc.constantFrom(1, 31, 32, 33, 1024, 1025, 40_000);
    const turns = size.chain((n) => fc.tuple(fc.constant(n), fc.array(fc.integer({ min: 0, max: n - 1 }))));
    fc.assert(
      fc.property(turns, ([n, numbers]) => {
        const set = new FirstOfSet(n);
        const kept = new Set<number>();
        for (let number = 0; number < n; number++) set.remove(number);
        expect(set.first).toBe(-1);
        for (const number of numbers) {
          if (kept.delete(number)) set.remove(number);
          else {
            set.add(number);
            kept.add(number);
          }
          expect(set.first).toBe(kept.size === 0 ? -1 : Math.min(...kept));
        }
      }),
      { seed: 20_261_121, numRuns: 60 }
    );
  });

  it('begins with all numbers, and none beyond', () => {
    const set = new FirstOfSet(33);
    for (let number = 0; number < 33; number++) {
      expect(set.first).toBe(number);
      set.remove(number);
    }
    expect(set.first).toBe(-1);
  });
});
