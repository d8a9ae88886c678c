import fc from 'fast-check';
import { expect, it } from 'vitest';
import { Lowest } from '#lib/teaching/explain/lowest.ts';

it('the lowest of some numbers comes out first, whatever goes in between', () => {
  const moves = fc.array(fc.option(fc.integer({ min: 0, max: 20 }), { freq: 3 }), { maxLength: 60 });
  fc.assert(
    fc.property(moves, (given) => {
      const lowest = new Lowest();
      const plain: number[] = [];
      for (const number of given)
        if (number === null) expect(lowest.pop()).toBe(plain.sort((a, b) => a - b).shift());
        else {
          lowest.push(number);
          plain.push(number);
        }
    }),
    { seed: 20_261_121, numRuns: 500 }
  );
});
