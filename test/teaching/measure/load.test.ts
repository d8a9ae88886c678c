import { describe, expect, it } from 'vitest';
import {
  expectedOf,
  jobsFor,
  littleOver,
  loadPoint,
  loadScenario,
  type Load,
  type LoadPoint
} from '#lib/teaching/measure/index.ts';
import { measuredOf, scenarioFrom } from './kit.ts';

const SEEDS = [1, 2, 3, 4, 5, 6];

const pointOf = (load: Load): LoadPoint =>
  loadPoint(
    load,
    SEEDS.map((seed) => measuredOf(loadScenario(load, jobsFor(load), seed)))
  );

describe('the wait that Erlang C gives', () => {
  it.each([
    [1, 0.5, 1],
    [1, 0.8, 4],
    [1, 0.9, 9],
    [1, 0.95, 19],
    [4, 0.8, 0.746],
    [4, 0.95, 4.46],
    [8, 0.9, 0.877],
    [16, 0.98, 2.84]
  ])('is the one of the card: %i slots, %f busy, %f services', (slots, utilisation, wait) => {
    const { Wq } = expectedOf({ slots, utilisation });
    expect(Math.abs(Wq - wait)).toBeLessThanOrEqual(wait * 0.005);
  });
});

describe('the wait of runs', () => {
  const loads = [0.5, 0.7, 0.8, 0.9].flatMap((utilisation) => [1, 4].map((slots) => ({ slots, utilisation })));
  const points = loads.map(pointOf);

  it('is the one of Erlang C, within the interval of six runs in nearly all cases and never far from it', () => {
    const inside = points.filter(({ measured, expected }) => measured.low <= expected && expected <= measured.high);
    expect(inside.length).toBeGreaterThanOrEqual(7);
    for (const { measured, expected } of points)
      expect(Math.abs(measured.value - expected)).toBeLessThanOrEqual(2 * (measured.high - measured.value));
  });

  it('more than doubles from 80 to 90 per cent busy, for an eighth more work', () => {
    const at = (utilisation: number) => points.find((p) => p.slots === 1 && p.utilisation === utilisation)!;
    expect(at(0.9).measured.value).toBeGreaterThan(2 * at(0.8).measured.value);
  });
});

describe("Little's law", () => {
  const scenario = scenarioFrom(loadScenario({ slots: 2, utilisation: 0.8 }, 4000, 3));
  const rows = littleOver(scenario, 40);

  it('holds exactly once everything has ended', () => {
    const { inSystem, product } = rows.at(-1)!;
    expect(product).toBeCloseTo(inSystem, 9);
  });

  it('comes nearer to its product as the run goes on', () => {
    const apart = ({ inSystem, product }: (typeof rows)[number]): number => Math.abs(product / inSystem - 1);
    const mean = (some: typeof rows): number => some.reduce((sum, row) => sum + apart(row), 0) / some.length;
    expect(mean(rows.slice(30))).toBeLessThan(mean(rows.slice(0, 10)));
    expect(mean(rows.slice(30))).toBeLessThan(0.01);
  });

  it('counts a job that has not ended as present, and not yet in the mean turnaround', () => {
    const two = scenarioFrom({
      schema: 1,
      id: 'two',
      cluster: { nodes: [{ name: 'node', allocatable: { cpu: 1 } }] },
      jobs: [
        { name: 'a', service: 4, resources: { requests: { cpu: 1 } } },
        { name: 'b', arrival: 2, service: 6, resources: { requests: { cpu: 1 } } }
      ]
    });
    // a is there from 0 to 4, b from 2 to 10.
    expect(littleOver(two, 2)).toEqual([
      { tick: 5, inSystem: 7 / 5, rate: 2 / 5, turnaround: 4, product: expect.closeTo(1.6, 12) },
      { tick: 10, inSystem: 12 / 10, rate: 2 / 10, turnaround: 6, product: expect.closeTo(1.2, 12) }
    ]);
  });

  it('gives 15 jobs for 6 an hour of 2.5 hours each', () => {
    const steady = scenarioFrom({
      schema: 1,
      id: 'steady',
      tick: '1m',
      cluster: { nodes: [{ name: 'node', allocatable: { cpu: 100 } }] },
      workload: { n: 6000, arrival: { constant: '10m' }, service: { constant: '150m' } }
    });
    const row = littleOver(steady, 10)[5]!;
    expect(row.inSystem).toBeCloseTo(15, 1);
    expect(row.product).toBeCloseTo(15, 1);
  });
});
