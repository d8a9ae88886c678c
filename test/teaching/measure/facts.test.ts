import { describe, expect, it } from 'vitest';
import {
  atOnce,
  batches,
  eachItsOwn,
  elastic,
  freshPool,
  gangs,
  heldPool,
  oneBatch,
  sideBySide,
  submitAndWait,
  takingTurns
} from '#lib/teaching/measure/index.ts';
import { observe } from './kit.ts';

/** facts.md §3.1: n = 100, a = 20 s, D = 40 s, r = 5 s, s = 0. */
const costs = { D: 40, a: 20, r: 5, s: 0 };

describe('a hundred tasks, by how resources are allocated', () => {
  const ids = ['allocations', 'releases', 'calls', 'makespan', 'peakHeld'] as const;

  it('take 300 calls and 6500 s with a resource for each in turn', () => {
    expect(observe(eachItsOwn, 100, costs, ids)).toEqual([100, 100, 300, 6500, 1]);
  });

  it('take 120 calls and 4250 s in batches of ten on one resource', () => {
    expect(observe(batches, 100, { ...costs, b: 10 }, ids)).toEqual([10, 10, 120, 4250, 1]);
  });

  it('take n + 2 calls and 4025 s in one batch on one resource', () => {
    expect(observe(oneBatch, 100, costs, ids)).toEqual([1, 1, 102, 4025, 1]);
  });

  it('take 300 calls and 650 s on ten resources, allocated for each', () => {
    expect(observe(freshPool, 100, { ...costs, p: 10 }, ids)).toEqual([100, 100, 300, 650, 10]);
  });

  it('take 120 calls and 425 s on a pool of ten that is kept', () => {
    expect(observe(heldPool, 100, { ...costs, p: 10 }, ids)).toEqual([10, 10, 120, 425, 10]);
  });

  it.each([0, 10, 25, 40])('gain (n − 1)(a + r − s) by one batch, with a clean-up of s = %i s', (s) => {
    const [apart] = observe(eachItsOwn, 100, costs, ['makespan']);
    const [together] = observe(oneBatch, 100, { ...costs, s }, ['makespan']);
    expect(apart! - together!).toBe(99 * (20 + 5 - s));
  });

  it('are all run where n is not a multiple of b or p', () => {
    expect(observe(batches, 25, { ...costs, b: 10 }, ['allocations', 'makespan'])).toEqual([3, 3 * 25 + 25 * 40]);
    expect(observe(heldPool, 25, { ...costs, p: 10 }, ['allocations', 'makespan'])).toEqual([10, 25 + 3 * 40]);
    expect(observe(heldPool, 3, { ...costs, p: 10 }, ['allocations', 'makespan'])).toEqual([3, 65]);
  });
});

describe('twelve jobs of ten minutes', () => {
  const minutes = (ticks: number | undefined): number => ticks! / 60;
  const times = ['makespan', 'meanWait'] as const;

  it.each([1, 4, 20])('take 120 minutes where each is submitted when the last has ended, with %i slots', (p) => {
    const [makespan, wait] = observe(submitAndWait, 12, { D: 600, p }, times);
    expect([minutes(makespan), wait]).toEqual([120, 0]);
  });

  it.each([
    [1, 120, 55],
    [2, 60, 25],
    [4, 30, 10],
    [5, 30, 7.5],
    [12, 10, 0],
    [20, 10, 0]
  ])('submitted at once on %i slots take %i minutes and wait %f on average', (p, makespan, wait) => {
    expect(observe(atOnce, 12, { D: 600, p }, times).map(minutes)).toEqual([makespan, wait]);
  });
});

describe('the table of the course page', () => {
  it.each([10, 100, 1000])('means n allocations and n releases, 3n calls with the runs, at n = %i', (n) => {
    const values = { D: 1, a: 0, r: 0 };
    const counts = observe(eachItsOwn, n, values, ['allocations', 'releases', 'calls', 'peakHeld']);
    expect(counts).toEqual([n, n, 3 * n, 1]);
  });
});

describe('one GPU for four tasks of ten seconds', () => {
  it('ends a task after 25 s on average when they take their turn whole', () => {
    expect(observe(atOnce, 4, { D: 10, p: 1 }, ['meanTurnaround', 'makespan'])).toEqual([25, 40]);
  });

  it('ends each at nearly 40 s when they share it equally, and the last no sooner', () => {
    const [turnaround, makespan] = observe(takingTurns, 4, { D: 10 }, ['meanTurnaround', 'makespan']);
    expect(makespan! / 10).toBe(40);
    // Each turn is a tenth of a second: the ends lie a turn apart, and all at 40 with turns of no length.
    expect(turnaround! / 10).toBeCloseTo(40 - (3 * 0.1) / 2, 9);
  });

  it('takes ⌈n/k⌉·D where k that need little of it run side by side', () => {
    expect(observe(sideBySide, 10, { D: 10, k: 4 }, ['makespan', 'peakHeld'])).toEqual([30, 4]);
  });
});

describe('gangs placed whole', () => {
  it.each([
    [8, 8, 5, 50],
    [8, 3, 5, 30],
    [16, 4, 9, 30]
  ])('take ⌈n/⌊G/g⌋⌉·D: %i GPUs, gangs of %i, %i of them', (G, g, n, makespan) => {
    expect(observe(gangs, n, { D: 10, G, g }, ['makespan', 'allocations'])).toEqual([makespan, n]);
  });
});

describe('a cluster that grows', () => {
  /** The autoscaler looks every ten seconds, and a node takes ninety. */
  const delay = 10 + 90;

  it.each([
    [20, 600],
    [12, 600],
    [4, 3 * 600],
    [2, 6 * 600]
  ])('to at most %i nodes ends twelve jobs %i s after its nodes have come', (p, rounds) => {
    const [makespan, held] = observe(elastic, 12, { D: 600, a: 90, p }, ['makespan', 'peakHeld']);
    expect([makespan, held]).toEqual([delay + rounds, Math.min(p, 12)]);
  });
});
