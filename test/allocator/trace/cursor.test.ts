import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Scenario } from '#lib/allocator/scenario/index.ts';
import { run } from '#lib/allocator/sim/index.ts';
import { Cursor, World, type Trace } from '#lib/allocator/trace/index.ts';
import { runOf } from '../scenario/timeline.ts';
import { anyScenario, assertHolds, longScenario } from '../sim/scenarios.ts';

/** Everything a world holds, in an order that does not depend on how it came there. */
function contents(world: World) {
  const inOrder = <T>(map: ReadonlyMap<number, T>) => [...map].sort(([a], [b]) => a - b);
  const { jobs, state, node, free, up, gangs, nominated } = world;
  return {
    jobs,
    state: [...state],
    node: [...node],
    free: [...free],
    up: [...up],
    gangs: inOrder(gangs).map(([job, where]) => [job, inOrder(where)]),
    nominated: inOrder(nominated)
  };
}

/** The world after a step, replayed from the beginning. */
function straight(trace: Trace, step: number) {
  const world = new World(trace.scenario);
  trace.replay(world, 0, trace.firstOf(step + 1));
  return contents(world);
}

const expectAt = (cursor: Cursor, step: number) =>
  expect(contents(cursor.seek(step)), `step ${step}`).toEqual(straight(cursor.trace, step));

/** Steps all over a run, near and far, in an order that goes both ways. */
const jumps = (last: number) => Array.from({ length: 25 }, (_, i) => (i * 7919 + 13) % (last + 1));

describe('a cursor', () => {
  const law = (visit: (last: number) => Iterable<number>) => (scenario: Scenario) => {
    const { trace } = run(scenario);
    const cursor = new Cursor(trace);
    for (const step of visit(trace.last)) expectAt(cursor, step);
  };

  it('shows forwards, step by step, what a straight replay gives', { timeout: 60_000 }, () => {
    assertHolds(
      law((last) => Array(last + 1).keys()),
      anyScenario,
      150
    );
  });

  it('shows the same backwards: undo is the inverse of apply', { timeout: 60_000 }, () => {
    assertHolds(
      law((last) => [...Array(last + 1).keys()].reverse()),
      anyScenario,
      300
    );
  });

  it('shows the same after any jump in a long run', { timeout: 60_000 }, () => {
    assertHolds(law(jumps), longScenario, 60);
  });

  it('refuses a step that is not of the run', () => {
    const { trace } = runOf({
      cluster: { nodes: [{ name: 'n', allocatable: { cpu: 1 } }] },
      jobs: [{ name: 'a' }]
    });
    const cursor = new Cursor(trace);
    for (const step of [-1, trace.last + 1, 0.5]) expect(() => cursor.seek(step)).toThrow(RangeError);
  });
});

describe('a world', () => {
  it('tells who holds room on a node, gangs that stand on several among them', { timeout: 60_000 }, () => {
    assertHolds(
      (scenario) => {
        const cursor = new Cursor(run(scenario).trace);
        for (let step = 0; step <= cursor.trace.last; step++) {
          const world = cursor.seek(step);
          for (const node of world.up.keys())
            expect(world.holders(node)).toEqual(
              [...world.state.keys()].filter((job) => world.holdings(job).some((place) => place.node === node))
            );
        }
      },
      anyScenario,
      150
    );
  });

  it('sums what the nodes that are up offer and hold, however it came to a step', { timeout: 60_000 }, () => {
    assertHolds(
      (scenario) => {
        const cursor = new Cursor(run(scenario).trace);
        for (const step of [...Array(cursor.trace.last + 1).keys(), ...jumps(cursor.trace.last)]) {
          const { up, free, allocatable, offered, held } = cursor.seek(step);
          for (const r of scenario.resources.keys()) {
            const at = [...up.keys()].filter((node) => up[node] === 1).map((node) => node * offered.length + r);
            expect(offered[r]).toBe(at.reduce((sum, i) => sum + allocatable[i]!, 0));
            expect(held[r]).toBe(at.reduce((sum, i) => sum + allocatable[i]! - free[i]!, 0));
          }
        }
      },
      fc.oneof(anyScenario, longScenario),
      150
    );
  });
});
