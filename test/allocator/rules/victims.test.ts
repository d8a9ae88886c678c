import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fits } from '../../../src/lib/allocator/rules/fit.ts';
import { type Occupancy, type Reprieve, selectVictims } from '../../../src/lib/allocator/rules/victims.ts';

interface TestPod {
  readonly cpu: number;
  readonly priority: number;
  readonly start?: number;
}

/** One node with so many cpus, and these pods on it. */
function node(cpus: number, pods: readonly TestPod[]): Occupancy {
  return {
    free: [cpus - pods.reduce((sum, p) => sum + p.cpu, 0)],
    allocatable: [cpus],
    width: 1,
    podsOn: () => [...pods.keys()],
    priorityOf: (pod) => pods[pod]!.priority,
    startOf: (pod) => pods[pod]!.start ?? 0,
    demandOf: (pod) => [pods[pod]!.cpu]
  };
}

const asks = (cpu: number, priority = 100) => ({ demand: [cpu], priority });
const victimsOf = (cpu: number, on: Occupancy) => {
  const search = selectVictims(asks(cpu), 0, on);
  return search.outcome === 'victims' ? search.victims : search.outcome;
};

describe('selectVictims()', () => {
  it('spares pods of equal or higher priority', () => {
    const on = node(4, [
      { cpu: 2, priority: 100 },
      { cpu: 2, priority: 200 }
    ]);
    expect(selectVictims(asks(1), 0, on)).toEqual({ outcome: 'nobody-lower', node: 0 });
  });

  it('gives up, with the numbers, where taking everybody out is not enough', () => {
    const on = node(4, [
      { cpu: 1, priority: 0 },
      { cpu: 3, priority: 100 }
    ]);
    expect(selectVictims(asks(2), 0, on)).toEqual({
      outcome: 'still-short',
      node: 0,
      shortages: [{ resource: 0, asked: 2, free: 1, allocatable: 4 }]
    });
  });

  it('evicts the lower priority of two that would do', () => {
    const on = node(4, [
      { cpu: 2, priority: 1 },
      { cpu: 2, priority: 50 }
    ]);
    expect(victimsOf(2, on)).toEqual([0]);
  });

  it('evicts the later started of two equals', () => {
    const on = node(4, [
      { cpu: 2, priority: 1, start: 60 },
      { cpu: 2, priority: 1, start: 120 }
    ]);
    expect(victimsOf(2, on)).toEqual([1]);
  });

  it('evicts two unimportant pods rather than one important pod that would do', () => {
    const on = node(6, [
      { cpu: 1, priority: 1, start: 1 },
      { cpu: 2, priority: 1, start: 0 },
      { cpu: 3, priority: 50 }
    ]);
    expect(victimsOf(3, on)).toEqual([1, 0]);
  });

  it('lets a guarded pod stay before an unguarded one of higher priority', () => {
    const on = node(4, [
      { cpu: 2, priority: 1 },
      { cpu: 2, priority: 50 }
    ]);
    const guard = { allowed: 0, covers: (pod: number) => pod === 0 };
    expect(selectVictims(asks(2), 0, on, [guard])).toMatchObject({ victims: [1], violations: 0 });
  });

  it('evicts a guarded pod where there is no other way, and counts it', () => {
    const on = node(4, [{ cpu: 4, priority: 1 }]);
    const guard = { allowed: 0, covers: () => true };
    expect(selectVictims(asks(1), 0, on, [guard])).toMatchObject({ victims: [0], violations: 1 });
  });

  it('reads its own node in a cluster of several, and reckons with each resource', () => {
    // cpu, gpu of node 0, then of node 1, where pod 0 holds (1, 2) and pod 1 holds (3, 0)
    const on: Occupancy = {
      ...node(0, []),
      free: [9, 9, 2, 0],
      allocatable: [9, 9, 6, 2],
      width: 2,
      podsOn: (n) => (n === 1 ? [0, 1] : []),
      priorityOf: () => 0,
      startOf: () => 0,
      demandOf: (pod, n) => (n === 1 && pod === 0 ? [1, 2] : [3, 0])
    };
    expect(selectVictims({ demand: [1, 1], priority: 1 }, 1, on)).toMatchObject({ node: 1, victims: [0] });
    expect(selectVictims({ demand: [7, 3], priority: 1 }, 1, on)).toMatchObject({
      shortages: [
        { resource: 0, asked: 7, free: 6, allocatable: 6 },
        { resource: 1, asked: 3, free: 2, allocatable: 2 }
      ]
    });
  });

  it('tells the sink every reprieve in its order', () => {
    const on = node(4, [
      { cpu: 2, priority: 1 },
      { cpu: 2, priority: 50 }
    ]);
    const reprieves: Reprieve[] = [];
    selectVictims(asks(2), 0, on, [], (r) => reprieves.push(r));
    expect(reprieves).toEqual([
      { pod: 1, stays: true, violatesBudget: false },
      { pod: 0, stays: false, violatesBudget: false }
    ]);
  });

  const pods = fc.array(
    fc.record({ cpu: fc.integer({ min: 1, max: 5 }), priority: fc.integer({ min: 0, max: 3 }), start: fc.nat(3) }),
    { minLength: 1, maxLength: 8 }
  );

  it('makes enough room, and none of the victims could have stayed', () => {
    fc.assert(
      fc.property(pods, fc.integer({ min: 1, max: 12 }), (placed, cpu) => {
        const on = node(
          placed.reduce((sum, p) => sum + p.cpu, 0),
          placed
        );
        const search = selectVictims(asks(cpu, 2), 0, on);
        if (search.outcome !== 'victims') return;
        const freed = search.victims.reduce((sum, pod) => sum + placed[pod]!.cpu, 0);
        expect(fits([cpu], [freed], 0)).toBe(true);
        for (const pod of search.victims) expect(fits([cpu], [freed - placed[pod]!.cpu], 0)).toBe(false);
      })
    );
  });
});
