import { xoroshiro128plusFromState } from 'pure-rand/generator/xoroshiro128plus';
import { describe, expect, it } from 'vitest';
import { stream } from '#lib/base/random/index.ts';

const take = (n: number, draw: () => number) => Array.from({ length: n }, draw);
const mean = (xs: readonly number[]) => xs.reduce((a, b) => a + b, 0) / xs.length;

/** xoroshiro128+ as its authors print it (Blackman and Vigna 2018: 24, 16, 37), on 64-bit integers; the low 32 bits. */
function* reference(s0: bigint, s1: bigint) {
  const word = (x: bigint) => BigInt.asUintN(64, x);
  const rotate = (x: bigint, k: bigint) => word((x << k) | (x >> (64n - k)));
  for (;;) {
    yield Number(BigInt.asUintN(32, s0 + s1));
    const mixed = s0 ^ s1;
    s0 = word(rotate(s0, 24n) ^ mixed ^ (mixed << 16n));
    s1 = rotate(mixed, 37n);
  }
}

describe('the generator', () => {
  it('is xoroshiro128+', () => {
    const generator = xoroshiro128plusFromState([0x01234567, -0x76543211, 0x2468ace0, 0x13579bdf]);
    const expected = reference(0x0123456789abcdefn, 0x2468ace013579bdfn);
    expect(take(100, () => generator.next() >>> 0)).toEqual(take(100, () => expected.next().value!));
  });
});

describe('stream()', () => {
  it('gives the same numbers for the same seed and purpose', () => {
    const [a, b] = [stream(7, 'arrivals'), stream(7, 'arrivals')];
    expect(take(50, a.uint32)).toEqual(take(50, b.uint32));
  });

  it('gives the numbers it gave when the first scenario was published', () => {
    expect(take(4, stream(7, 'arrivals').uint32)).toEqual([27259766, 2672485916, 3620054967, 1980915504]);
  });

  it.each([
    [7, 'arrivals', 8, 'arrivals'],
    [7, 'arrivals', 7, 'services'],
    [7, 'arrivals', 7 + 2 ** 32, 'arrivals'],
    [7, '', -7, '']
  ])('gives %i %s and %i %s numbers that have nothing in common', (seedA, purposeA, seedB, purposeB) => {
    const [a, b] = [stream(seedA, purposeA), stream(seedB, purposeB)];
    const n = 100_000;
    // Centred units have variance 1/12, so the mean product of independent ones has a standard error of 1/12/√n.
    const products = take(n, () => (a.unit() - 0.5) * (b.unit() - 0.5));
    expect(Math.abs(mean(products))).toBeLessThan(4 / 12 / Math.sqrt(n));
  });

  it('refuses a seed that is not a whole number', () => {
    expect(() => stream(1.5, '')).toThrow(
      new RangeError('Cannot seed with 1.5: it must be a whole number within ±2^53')
    );
    expect(() => stream(NaN, '')).toThrow(RangeError);
  });
});

describe('unit()', () => {
  it('has the mean and the variance of an even spread over 0 to 1', () => {
    const n = 1_000_000;
    const xs = take(n, stream(1, 'unit').unit);
    expect(Math.abs(mean(xs) - 1 / 2)).toBeLessThan(4 * Math.sqrt(1 / 12 / n));
    expect(Math.abs(mean(xs.map((x) => (x - 0.5) ** 2)) - 1 / 12)).toBeLessThan(4 * Math.sqrt(1 / 180 / n));
  });
});

describe('intBelow()', () => {
  it('takes every number equally often', () => {
    const n = 100_000;
    const counts = Array<number>(10).fill(0);
    const { intBelow } = stream(2, 'dice');
    for (let i = 0; i < n; i++) counts[intBelow(10)]!++;
    const chiSquared = counts.reduce((sum, count) => sum + (count - n / 10) ** 2 / (n / 10), 0);
    expect(chiSquared).toBeLessThan(27.9); // 9 degrees of freedom: exceeded once in a thousand seeds
  });

  it('does not favour small numbers where the range does not divide 2^32', () => {
    const n = 100_000;
    const { intBelow } = stream(3, 'dice');
    const low = take(n, () => (intBelow(3 * 2 ** 30) < 2 ** 30 ? 1 : 0));
    expect(Math.abs(mean(low) - 1 / 3)).toBeLessThan(4 * Math.sqrt(2 / 9 / n));
  });

  it('gives 0 below 1, and any 32-bit number below 2^32', () => {
    expect(stream(4, '').intBelow(1)).toBe(0);
    expect(take(9, () => 0).map(() => stream(4, '').intBelow(2 ** 32))).toContain(stream(4, '').uint32());
  });

  it.each([0, -1, 1.5, 2 ** 32 + 1, NaN])('refuses %d', (n) => {
    expect(() => stream(4, '').intBelow(n)).toThrow(RangeError);
  });
});

describe('shuffle()', () => {
  it('gives the same entries in a new list', () => {
    const list = take(100, () => 0).map((_, i) => i);
    const shuffled = stream(5, '').shuffle(list);
    expect(shuffled).not.toEqual(list);
    expect(shuffled.toSorted((a, b) => a - b)).toEqual(list);
  });

  it('gives every order equally often', () => {
    const n = 60_000;
    const counts = new Map<string, number>();
    const { shuffle } = stream(6, 'orders');
    for (let i = 0; i < n; i++) {
      const order = shuffle(['a', 'b', 'c']).join('');
      counts.set(order, (counts.get(order) ?? 0) + 1);
    }
    const chiSquared = [...counts.values()].reduce((sum, count) => sum + (count - n / 6) ** 2 / (n / 6), 0);
    expect(counts.size).toBe(6);
    expect(chiSquared).toBeLessThan(20.5); // 5 degrees of freedom: exceeded once in a thousand seeds
  });
});
