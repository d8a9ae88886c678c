import { describe, expect, it } from 'vitest';
import { readScenarioData } from '#lib/allocator/scenario/index.ts';
import type { GrowthName } from '#lib/teaching/growth/index.ts';
import {
  atOnce,
  batches,
  eachItsOwn,
  elastic,
  freshPool,
  gangs,
  heldPool,
  oneBatch,
  parameters,
  quantities,
  quantity,
  seriesOf,
  sideBySide,
  submitAndWait,
  takingTurns,
  usualValues,
  type Family,
  type ParameterId,
  type QuantityId,
  type Values
} from '#lib/teaching/measure/index.ts';
import { measuredOf } from './kit.ts';

const ns = [20, 40, 100, 200, 400];

function grown<P extends ParameterId>(family: Family<P>, id: QuantityId, values: Values<P>): GrowthName | undefined {
  const runs = ns.map((n) => ({ n, measured: measuredOf(family.scenario(n, values)) }));
  return seriesOf(quantity(id), runs).growth.name;
}

const costs = { D: 40, a: 20, r: 5, s: 0 };

describe('the growth of', () => {
  it('calls is linear for the loop, for batches of any fixed size, and for one batch', () => {
    expect(grown(eachItsOwn, 'calls', costs)).toBe('linear');
    expect(grown(batches, 'calls', { ...costs, b: 10 })).toBe('linear');
    expect(grown(oneBatch, 'calls', costs)).toBe('linear');
  });

  it('allocations is linear in batches of a fixed size, and constant in one batch or a pool that is kept', () => {
    expect(grown(batches, 'allocations', { ...costs, b: 10 })).toBe('linear');
    expect(grown(oneBatch, 'allocations', costs)).toBe('constant');
    expect(grown(heldPool, 'allocations', { ...costs, p: 10 })).toBe('constant');
  });

  it('makespan is linear in all of them, ten resources or one', () => {
    expect(grown(eachItsOwn, 'makespan', costs)).toBe('linear');
    expect(grown(oneBatch, 'makespan', costs)).toBe('linear');
    expect(grown(freshPool, 'makespan', { ...costs, p: 10 })).toBe('linear');
    expect(grown(heldPool, 'makespan', { ...costs, p: 10 })).toBe('linear');
  });

  it('makespan is constant at once only with a slot for each job', () => {
    expect(grown(atOnce, 'makespan', { D: 10, p: 20 })).toBe('linear');
    expect(grown(atOnce, 'makespan', { D: 10, p: 400 })).toBe('constant');
  });

  it('what is held at once is constant in a loop, and linear at once with a slot for each', () => {
    expect(grown(eachItsOwn, 'peakHeld', costs)).toBe('constant');
    expect(grown(atOnce, 'peakHeld', { D: 10, p: 400 })).toBe('linear');
  });

  it('what waits at once is linear however many slots there are', () => {
    expect(grown(atOnce, 'peakWaiting', { D: 10, p: 4 })).toBe('linear');
    expect(grown(submitAndWait, 'peakWaiting', { D: 10, p: 4 })).toBe('constant');
  });
});

describe('a series', () => {
  const runs = [400, 20].map((n) => ({ n, measured: measuredOf(eachItsOwn.scenario(n, costs)) }));

  it('has its rows by n', () => {
    expect(seriesOf(quantity('allocations'), runs).rows).toEqual([
      { n: 20, cost: 20 },
      { n: 400, cost: 400 }
    ]);
  });

  it('leaves out runs that do not have the quantity: calls of jobs that never ended', () => {
    const stuck = measuredOf({
      schema: 1,
      id: 'stuck',
      policy: { preset: 'kubernetes' },
      cluster: { nodes: [{ name: 'node', allocatable: { cpu: 1 } }] },
      jobs: [{ name: 'large', resources: { requests: { cpu: 2 } } }]
    });
    expect(seriesOf(quantity('calls'), [{ n: 1, measured: stuck }, ...runs]).rows).toHaveLength(2);
    expect(seriesOf(quantity('makespan'), [{ n: 1, measured: stuck }]).rows).toEqual([]);
  });
});

describe('the quantities', () => {
  it('have one id and one name each', () => {
    for (const field of ['id', 'name'] as const) {
      const all = quantities.map((q) => q[field]);
      expect(new Set(all).size).toBe(all.length);
    }
  });
});

describe('the families', () => {
  const families: readonly Family[] = [
    eachItsOwn,
    submitAndWait,
    atOnce,
    batches,
    oneBatch,
    freshPool,
    heldPool,
    gangs,
    sideBySide,
    takingTurns,
    elastic
  ] as readonly Family[];

  it.each(families.map((family) => [family.id, family] as const))('give scenarios that read: %s', (_, family) => {
    const corner = (at: 'least' | 'most'): Values =>
      Object.fromEntries(family.parameters.map((id) => [id, parameters[id][at]])) as Values;
    for (const values of [usualValues(family.parameters) as Values, corner('least'), corner('most')])
      for (const n of [1, 7]) expect(readScenarioData(family.scenario(n, values))).toMatchObject({ ok: true });
  });

  it('do not run tasks that are not there: at n = 1 one task is released', () => {
    for (const family of families) {
      const { jobs } = measuredOf(family.scenario(1, usualValues(family.parameters) as Values)).figures;
      expect([family.id, jobs]).toEqual([family.id, { arrived: 1, released: 1, failed: 0, rejected: 0 }]);
    }
  });
});
