import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { jobTimes } from '#lib/allocator/metrics/index.ts';
import type { Sketch } from '../allocator/scenario/timeline.ts';
import { scenarioOf } from '../allocator/scenario/timeline.ts';
import { fileOf } from '../allocator/sim/scenarios.ts';
import { run } from '#lib/allocator/sim/index.ts';
import { plain, type Problem, type Span } from './plain.ts';

const small = (max: number, min = 0) => fc.integer({ min, max });
const amounts = (max: number, min: number) => fc.tuple(small(max, min), small(max, min));

const problem = (order: Problem['order'], blocked: fc.Arbitrary<Problem['blocked']>): fc.Arbitrary<Problem> =>
  fc.record({
    nodes: fc.array(amounts(6, 1), { minLength: 1, maxLength: 3 }),
    jobs: fc.array(
      fc.record({
        tenant: small(2),
        priority: small(2),
        arrival: small(12),
        service: small(9, 1),
        estimate: small(12, 1),
        demand: amounts(5, 0)
      }),
      { minLength: 1, maxLength: 12 }
    ),
    tenants: fc.constant(3),
    order: fc.constant(order),
    blocked
  });

/** The same problem as a scenario. */
const sketchOf = ({ nodes, jobs, tenants, order, blocked }: Problem): Sketch => {
  const resources = ([cpu, gpu]: readonly number[]) => ({ cpu: cpu!, 'example.com/gpu': gpu! });
  const names = Array.from({ length: tenants }, (_, i) => `t${i}`);
  return {
    cluster: { nodes: nodes.map((node, i) => ({ name: `n${i}`, allocatable: resources(node) })) },
    policy: { preset: 'textbook', order, blocked },
    tenants: names.map((name) => ({ name })),
    jobs: jobs.map(({ tenant, demand, ...job }, i) => ({
      name: `j${i}`,
      tenant: names[tenant]!,
      resources: { requests: resources(demand) },
      ...job
    }))
  };
};

/** Start and end of each job by the simulator, in the order of the file. */
function simulated(sketch: Sketch): Span[] {
  const scenario = scenarioOf(sketch);
  const spans = new Map(
    jobTimes(run(scenario).trace).map(({ job, start, end }) => [
      scenario.jobs.name(job),
      start === undefined || end === undefined ? undefined : { start, end }
    ])
  );
  return (sketch.jobs ?? []).map(({ name }) => spans.get(name));
}

const assertAgree = (problems: fc.Arbitrary<Problem>) =>
  fc.assert(
    fc.property(problems, (one) => {
      const sketch = sketchOf(one);
      expect(simulated(sketch), fileOf(sketch)).toEqual(plain(one));
    }),
    { seed: 20_261_121, numRuns: 400 }
  );

describe('a second, plain implementation gives every job the same start and end', { timeout: 60_000 }, () => {
  it('first come first served, with nobody or anybody passing', () => {
    assertAgree(problem('fifo', fc.constantFrom('block', 'skip')));
  });

  it('by priority', () => {
    assertAgree(problem('priority', fc.constantFrom('block', 'skip')));
  });

  it('with EASY backfill, first come first served or by priority', () => {
    assertAgree(
      fc.constantFrom('fifo' as const, 'priority' as const).chain((order) => problem(order, fc.constant('easy')))
    );
  });

  it('by dominant resource fairness', () => {
    assertAgree(problem('drf', fc.constantFrom('block', 'skip')));
  });
});
