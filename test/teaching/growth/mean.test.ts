import { describe, expect, it } from 'vitest';
import { meanOf } from '#lib/teaching/growth/index.ts';

describe('meanOf()', () => {
  it("reaches Student's point times the standard error to either side", () => {
    // A standard deviation of 1 over three: 4.303 / √3.
    const { value, low, high } = meanOf([1, 2, 3]);
    expect([value, low, high]).toEqual([2, expect.closeTo(-0.4843, 3), expect.closeTo(4.4843, 3)]);
  });

  it('knows nothing of how far off a single one is', () => {
    expect(meanOf([7])).toEqual({ value: 7, low: -Infinity, high: Infinity });
  });

  it('throws for none', () => {
    expect(() => meanOf([])).toThrow(RangeError);
  });
});
