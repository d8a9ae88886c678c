import { describe, expect, it } from 'vitest';
import { nameGrowth, nameProduct, type CostAt, type CostAtTwo } from '#lib/teaching/growth/index.ts';
import {
  preemptOrWait,
  quantity,
  queueCosts,
  scanOrIndex,
  wakeAllOrHinted,
  type Contrast,
  type ParameterId,
  type Values
} from '#lib/teaching/measure/index.ts';
import { counting } from '#lib/allocator/worker/index.ts';
import { HeapQueue, ListQueue } from '../../../src/lib/teaching/measure/queues.ts';
import { stream } from '#lib/base/random/index.ts';
import { scenarioFrom } from './kit.ts';

/** What the contrast's quantity comes to in each of its ways. */
function both<P extends ParameterId>(contrast: Contrast<P>, n: number, values: Values<P>): number[] {
  return contrast.ways.map(({ family, manner }) => {
    const task = counting(scenarioFrom(family.scenario(n, values)), manner);
    while (!task.advance());
    return quantity(contrast.quantity).of({ n, measured: task.result() })!;
  });
}

describe('a queue of n jobs', () => {
  const ns = [10, 30, 100, 300, 1000];
  const costs = ns.map((n) => queueCosts(n));

  it('costs n² comparisons as a list, (n − 1)(n − 2)/2 in all', () => {
    expect(nameGrowth(costs.map(({ n, list }) => ({ n, cost: list }))).name).toBe('quadratic');
    expect(costs.map(({ list }) => list)).toEqual(ns.map((n) => ((n - 1) * (n - 2)) / 2));
  });

  it('costs n log n comparisons as a heap', () => {
    expect(nameGrowth(costs.map(({ n, heap }) => ({ n, cost: heap }))).name).toBe('n log n');
  });

  it('gives the jobs out in the same order either way', () => {
    const draw = stream(7, 'keys');
    const [list, heap] = [new ListQueue(), new HeapQueue()];
    for (let job = 0; job < 200; job++) {
      const key = draw.intBelow(50);
      list.add(job, key);
      heap.add(job, key);
      if (job % 3 === 0) expect(heap.takeLeast()).toBe(list.takeLeast());
    }
    for (let left = 0; left < 133; left++) expect(heap.takeLeast()).toBe(list.takeLeast());
  });
});

describe('placing n jobs on m nodes', () => {
  const grid = [50, 100, 200].flatMap((n) => [50, 100, 200].map((m) => ({ n, m })));
  const costs = grid.map(({ n, m }) => ({ n, m, cost: both(scanOrIndex, n, { D: 10, m }) }));
  const way = (i: number): CostAtTwo[] => costs.map(({ n, m, cost }) => ({ n, m, cost: cost[i]! }));

  it('costs n × m by a scan', () => {
    expect(nameProduct(way(0)).name).toBe('n × m');
  });

  it('costs n log m by an index, and m once to make it', () => {
    const { name, exponents } = nameProduct(way(1));
    expect(name).toBe('n log m');
    expect(exponents!.m.value).toBeLessThan(0.5);
  });
});

describe('n jobs that wait for four slots', () => {
  const ns = [25, 50, 100, 200, 400];
  const costs = ns.map((n) => both(wakeAllOrHinted, n, { D: 10, p: 4 }));
  const way = (i: number): CostAt[] => ns.map((n, k) => ({ n, cost: costs[k]![i]! }));

  it('are checked n² times where every release wakes all', () => {
    expect(nameGrowth(way(0)).name).toBe('quadratic');
  });

  it('are checked about twice each where a release wakes whom it helps', () => {
    expect(nameGrowth(way(1)).name).toBe('linear');
    expect(way(1).every(({ n, cost }) => cost <= 2 * n)).toBe(true);
  });
});

describe('n urgent jobs on m full nodes', () => {
  it.each([
    [10, 20],
    [40, 20],
    [40, 100]
  ])('search n × m nodes for victims: n = %i, m = %i', (n, m) => {
    expect(both(preemptOrWait, n, { m })).toEqual([n * m, 0]);
  });
});
