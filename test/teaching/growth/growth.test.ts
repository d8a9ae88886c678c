import { describe, expect, it } from 'vitest';
import { normal, stream } from '#lib/base/random/index.ts';
import { nameGrowth, type CostAt, type GrowthName } from '#lib/teaching/growth/index.ts';

type Cost = (n: number) => number;

const tens = [10, 100, 1000, 10_000];
const halves = [10, 20, 50, 100, 200, 500, 1000];
const small = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10];

const measured = (ns: readonly number[], cost: Cost): CostAt[] => ns.map((n) => ({ n, cost: cost(n) }));
const named = (ns: readonly number[], cost: Cost): GrowthName | undefined => nameGrowth(measured(ns, cost)).name;
const doubt = (ns: readonly number[], cost: Cost): string | undefined => nameGrowth(measured(ns, cost)).doubt;

/** How often, over 60 draws of normal noise of a relative size, each answer is given. */
function answers(ns: readonly number[], cost: Cost, size: number): Record<string, number> {
  const tally: Record<string, number> = {};
  for (let seed = 0; seed < 60; seed++) {
    const noise = stream(seed, 'noise');
    const { name, doubt: why } = nameGrowth(measured(ns, (n) => cost(n) * (1 + size * normal(noise))));
    const answer = name ?? (why as string);
    tally[answer] = (tally[answer] ?? 0) + 1;
  }
  return tally;
}

const exact: readonly [GrowthName, Cost][] = [
  ['constant', () => 7],
  ['logarithmic', (n) => Math.log2(n) + 3],
  ['linear', (n) => 3 * n],
  ['n log n', (n) => n * Math.log2(n)],
  ['quadratic', (n) => n * n],
  ['cubic', (n) => n * n * n]
];

describe('nameGrowth() of an exact sequence', () => {
  it.each(exact)('names a %s cost over any range', (name, cost) => {
    expect([named(tens, cost), named(halves, cost), named(small, cost)]).toEqual([name, name, name]);
  });

  it('names an exponential cost, also where its base is below 2 and something is taken off', () => {
    expect(named(small, (n) => 2 ** n - 1)).toBe('exponential');
    expect(named([10, 20, 30, 40, 80], (n) => 1.3 ** n)).toBe('exponential');
  });

  it('calls a cost of nothing constant', () => {
    expect(named(tens, () => 0)).toBe('constant');
  });
});

describe('nameGrowth() of a mixture', () => {
  it.each<[string, GrowthName, Cost]>([
    ['3n + 2', 'linear', (n) => 3 * n + 2],
    ['n + 2', 'linear', (n) => n + 2],
    ['n log n + 5n', 'n log n', (n) => n * Math.log(n) + 5 * n],
    ['n² + 50n', 'quadratic', (n) => n * n + 50 * n],
    ['n(n − 1)/2', 'quadratic', (n) => (n * (n - 1)) / 2],
    ['n²/1000 + n', 'quadratic', (n) => (n * n) / 1000 + n],
    ['n³ + 30n²', 'cubic', (n) => n * n * n + 30 * n * n]
  ])('names %s by its fastest term', (_, name, cost) => {
    expect([named(tens, cost), named(halves, cost), named(small, cost)]).toEqual([name, name, name]);
  });

  it('names a cost that grows in small stairs by the slope of the stairs', () => {
    expect(named(tens, (n) => Math.ceil(n / 4) * 10)).toBe('linear');
    expect(named(tens, (n) => Math.ceil(Math.log2(n)))).toBe('logarithmic');
  });
});

describe('nameGrowth() cannot tell', () => {
  it('from fewer than four different n', () => {
    const points = [...measured([10, 100, 1000], (n) => n), { n: 1000, cost: 1001 }];
    expect(nameGrowth(points)).toMatchObject({ name: undefined, doubt: 'too few points' });
  });

  it('from a range narrower than 1 to 4', () => {
    expect(doubt([100, 150, 200, 300, 399], (n) => n)).toBe('too narrow a range');
    expect(doubt([100, 150, 200, 300, 400], (n) => n)).toBeUndefined();
  });

  it('where no named growth follows the cost', () => {
    expect(doubt(tens, (n) => n * Math.sqrt(n))).toBe('none fits');
    expect(doubt(halves, (n) => Math.min(n, 16))).toBe('none fits');
  });

  it('between growths that explain it about as well, and says which', () => {
    const { name, doubt: why, candidates } = nameGrowth(measured(small, (n) => n * Math.sqrt(n)));
    expect([name, why, candidates.toSorted()]).toEqual([undefined, 'several fit', ['n log n', 'quadratic']]);
  });

  it.each([
    ['an n below 1', 0, 1],
    ['a negative cost', 1, -1],
    ['a cost that is no number', 1, NaN]
  ])('and throws for %s', (_, n, cost) => {
    expect(() => nameGrowth([{ n, cost }])).toThrow(RangeError);
  });
});

describe('nameGrowth() of noisy measurements', () => {
  it.each(exact)('still names a %s cost in most of 60 noisy draws, and hardly ever another', (name, cost) => {
    const tally = answers(halves, cost, 0.05);
    const wrong = Object.entries(tally).filter(([answer]) => answer !== name && answer !== 'several fit');
    expect(tally[name]).toBeGreaterThanOrEqual(50);
    expect(wrong.reduce((sum, [, times]) => sum + times, 0)).toBeLessThanOrEqual(2);
  });

  it('doubts rather than names n log n wrongly where the range is short and the noise large', () => {
    const tally = answers([10, 20, 40, 80], (n) => n * Math.log(n), 0.1);
    expect(tally['several fit']).toBeGreaterThan(20);
    expect((tally['linear'] ?? 0) + (tally['quadratic'] ?? 0)).toBeLessThanOrEqual(8);
  });

  it('explains nothing by noise of nearly a third of the cost', () => {
    expect(answers(halves, () => 7, 0.3)['constant'] ?? 0).toBeLessThanOrEqual(8);
  });
});

describe('the fitted exponent', () => {
  const exponent = (ns: readonly number[], cost: Cost) => nameGrowth(measured(ns, cost)).exponent;

  it('is the power of an exact one, with no room for doubt', () => {
    const { value, low, high } = exponent(tens, (n) => 5 * n * n)!;
    expect(value).toBeCloseTo(2, 12);
    expect(high - low).toBeLessThan(1e-9);
  });

  it('has an interval that holds the true power in about 95 of 100 draws', () => {
    let held = 0;
    for (let seed = 0; seed < 400; seed++) {
      const noise = stream(seed, 'noise');
      const { low, high } = exponent(halves, (n) => n * (1 + 0.1 * normal(noise)))!;
      if (low <= 1 && 1 <= high) held++;
    }
    expect(held / 400).toBeGreaterThan(0.92);
    expect(held / 400).toBeLessThan(0.98);
  });

  it('leaves costs of zero out, and needs three others', () => {
    expect(exponent([1, 10, 100, 1000], (n) => (n < 10 ? 0 : n))!.value).toBeCloseTo(1, 12);
    expect(exponent([1, 10, 100, 1000], (n) => (n < 100 ? 0 : n))).toBeUndefined();
  });
});

describe('the residuals of a fit', () => {
  it('are what the model says over what was measured, less one, in the order of n', () => {
    const points = [...measured(tens, (n) => 3 * n), { n: 20_000, cost: 66_000 }].toReversed();
    const linear = nameGrowth(points).fits.find(({ name }) => name === 'linear')!;
    expect(linear.residuals).toHaveLength(5);
    expect(linear.residuals.at(-1)).toBeLessThan(-0.05);
    expect(Math.max(...linear.residuals.slice(0, 4).map(Math.abs))).toBeLessThan(0.05);
  });
});
