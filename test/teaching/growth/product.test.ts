import { describe, expect, it } from 'vitest';
import { normal, stream } from '#lib/base/random/index.ts';
import { nameProduct, type CostAtTwo } from '#lib/teaching/growth/index.ts';

type Cost = (n: number, m: number) => number;

const sizes = [10, 30, 100, 300];
const measured = (cost: Cost): CostAtTwo[] => sizes.flatMap((n) => sizes.map((m) => ({ n, m, cost: cost(n, m) })));

describe('nameProduct()', () => {
  it.each<[string, Cost]>([
    ['constant', () => 5],
    ['n', (n) => 3 * n + 2],
    ['m', (_, m) => 7 * m],
    ['n + m', (n, m) => 2 * n + m],
    ['n × m', (n, m) => n * m],
    ['n × m', (n, m) => n * m + 4 * n + m],
    ['n log m', (n, m) => n * Math.log2(m) + 2 * n + m]
  ])('names %s', (name, cost) => {
    expect(nameProduct(measured(cost)).name).toBe(name);
  });

  it('names n × m and n log m in 5 %% noise', () => {
    for (let seed = 0; seed < 20; seed++) {
      const noise = stream(seed, 'noise');
      const noisy = (cost: Cost) => measured((n, m) => cost(n, m) * (1 + 0.05 * normal(noise)));
      expect(nameProduct(noisy((n, m) => n * m)).name).toBe('n × m');
      expect(nameProduct(noisy((n, m) => n * Math.log2(m))).name).toBe('n log m');
    }
  });

  it('gives the powers of both', () => {
    const { n, m } = nameProduct(measured((a, b) => a * b * b)).exponents!;
    expect([n.value, m.value]).toEqual([expect.closeTo(1, 10), expect.closeTo(2, 10)]);
  });

  it('cannot tell what it has no name for, nor from two sizes of one of them, nor from costs of nothing', () => {
    expect(nameProduct(measured((n, m) => n * n * m)).name).toBeUndefined();
    expect(nameProduct(measured((n, m) => n * m).filter(({ m }) => m < 100)).name).toBeUndefined();
    expect(nameProduct(measured((n) => (n === 10 ? 0 : n))).name).toBeUndefined();
  });
});
