import { describe, expect, it } from 'vitest';
import { exp2 } from '#lib/allocator/rules/exp2.ts';

describe('exp2()', () => {
  it('is exact for whole exponents', () => {
    for (const k of [-1074, -1022, -3, -1, 0, 1, 10, 1023]) expect(exp2(k)).toBe(2 ** k);
  });

  it('is within a few units in the last place elsewhere', () => {
    for (let x = -40; x < 40; x += 0.37) expect(Math.abs(exp2(x) / 2 ** x - 1)).toBeLessThan(1e-15);
  });

  it('ends at 0 and Infinity', () => {
    expect(exp2(-1100)).toBe(0);
    expect(exp2(-Infinity)).toBe(0);
    expect(exp2(1024)).toBe(Infinity);
    expect(exp2(NaN)).toBeNaN();
  });
});
