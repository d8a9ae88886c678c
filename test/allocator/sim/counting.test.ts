import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { stateId, table } from '#lib/allocator/lifecycle/index.ts';
import type { Scenario } from '#lib/allocator/scenario/index.ts';
import { countJobs, countSums, isCountable, run } from '#lib/allocator/sim/index.ts';
import { isTransition, type Trace } from '#lib/allocator/trace/index.ts';
import { scenarioOf, type Sketch } from '../scenario/timeline.ts';
import { assertHolds } from './scenarios.ts';

const small = (max: number, min = 0) => fc.integer({ min, max });

/** Jobs of several sizes, some with an image to pull, on one node with one resource; some are too large even for it empty. */
const pools: fc.Arbitrary<Sketch> = fc
  .record({
    cpu: small(6, 1),
    neverFits: fc.constantFrom('reject', 'wait'),
    jobs: fc.array(
      fc.record({ arrival: small(12), service: small(6, 1), cpu: small(7), count: small(3, 1), takes: small(2) }),
      {
        minLength: 1,
        maxLength: 12
      }
    )
  })
  .map(({ cpu, neverFits, jobs }) => ({
    cluster: { nodes: [{ name: 'pool', allocatable: { cpu } }] },
    policy: { preset: 'textbook', neverFits } as const,
    jobs: jobs.map((job, i) => ({
      name: `job-${i}`,
      count: job.count,
      arrival: job.arrival,
      service: job.service,
      image: { takes: job.takes },
      resources: { requests: { cpu: job.cpu } }
    }))
  }));

/** The same on several nodes with two resources. */
const clusters: fc.Arbitrary<Sketch> = fc
  .record({
    nodes: fc.array(fc.record({ cpu: small(6, 1), memory: small(6) }), { minLength: 1, maxLength: 5 }),
    asks: fc.array(fc.record({ cpu: small(7), memory: small(4) }), { minLength: 12, maxLength: 12 }),
    pool: pools
  })
  .map(({ nodes, asks, pool }) => ({
    ...pool,
    cluster: { nodes: nodes.map((allocatable, i) => ({ name: `n${i}`, allocatable })) },
    jobs: pool.jobs!.map((job, i) => ({ ...job, resources: { requests: asks[i]! } }))
  }));

const rooms = [
  ['a pool', pools],
  ['a cluster', clusters]
] as const;

/** Tick at which each job took a transition into a state last; 0 for never. */
function ticksInto(state: number, trace: Trace, jobs: number): Float64Array {
  const ticks = new Float64Array(jobs);
  for (let step = 1; step <= trace.last; step++)
    for (const { kind, subject, tick } of trace.recordsOf(step))
      if (isTransition(kind) && table.transitions[kind]!.to === state) ticks[subject] = tick;
  return ticks;
}

function timesTaken(trace: Trace): Float64Array {
  const taken = new Float64Array(table.transitions.length);
  for (let i = 0; i < trace.length; i++) {
    const { kind } = trace.at(i);
    if (isTransition(kind)) taken[kind]!++;
  }
  return taken;
}

const one = (more: Partial<Sketch>): Sketch => ({
  cluster: { nodes: [{ name: 'pool', allocatable: { cpu: 2 } }] },
  jobs: [{ name: 'a', resources: { requests: { cpu: 1 } } }],
  ...more
});

describe('countJobs()', () => {
  it.each(rooms)('starts and ends every job when the engine does: %s', (_, from) => {
    assertHolds(
      (scenario) => {
        const { trace } = run(scenario);
        const { start, end } = countJobs(scenario);
        expect(start).toEqual(ticksInto(stateId.allocated, trace, scenario.jobs.count));
        expect(end).toEqual(ticksInto(stateId.released, trace, scenario.jobs.count));
      },
      from,
      400
    );
  });

  it.each(rooms)('takes every transition as often as the engine does: %s', (_, from) => {
    assertHolds((scenario) => expect(countJobs(scenario).taken).toEqual(timesTaken(run(scenario).trace)), from, 400);
  });

  it.each(rooms)('counts what the engine counts, but for the moves of a heap of its own: %s', (_, from) => {
    const withoutMoves = ({ heapMoves: _, ...counts }: ReturnType<typeof countJobs>['counts']) => counts;
    assertHolds(
      (scenario) => expect(withoutMoves(countJobs(scenario).counts)).toEqual(withoutMoves(run(scenario).counts)),
      from,
      400
    );
  });

  it('refuses what it does not know', () => {
    expect(() => countJobs(scenarioOf(one({ policy: { preset: 'kubernetes' } })))).toThrow(RangeError);
  });
});

describe('countSums()', () => {
  /** The jobs of a scenario in blocks of three columns that are used again for the next block. */
  function* blocksOf({ jobs, kinds }: Scenario) {
    const held = jobs.service.map((service, job) => service + kinds[jobs.kind[job]!]!.pull!);
    const block = { arrival: new Float64Array(2), service: new Float64Array(2), kind: new Uint32Array(2) };
    for (let from = 0; from < jobs.count; from += 2) {
      const count = Math.min(2, jobs.count - from);
      block.arrival.set(jobs.arrival.subarray(from, from + count));
      block.service.set(held.subarray(from, from + count));
      block.kind.set(jobs.kind.subarray(from, from + count));
      yield { count, ...block };
    }
  }

  it('sums the waits and turnarounds of the same run', () => {
    assertHolds(
      (scenario) => {
        const { start, end, counts } = countJobs(scenario);
        const demand = Float64Array.from(scenario.kinds, (kind) => kind.requests[0]!);
        const capacity = scenario.nodes[0]!.allocatable[0]!;
        const rejects = Uint8Array.from(demand, (d) =>
          scenario.policy.neverFits === 'reject' && d > capacity ? 1 : 0
        );
        const sums = countSums({ capacity, demand, rejects }, blocksOf(scenario));
        const ran = [...start.keys()].filter((job) => end[job]! > 0);
        const waits = ran.map((job) => start[job]! - scenario.jobs.arrival[job]!);
        const turnarounds = ran.map((job) => end[job]! - scenario.jobs.arrival[job]!);
        expect(sums.counts).toEqual(counts);
        expect(sums).toMatchObject({
          started: ran.length,
          totalWait: waits.reduce((a, b) => a + b, 0),
          totalTurnaround: turnarounds.reduce((a, b) => a + b, 0),
          maxWait: Math.max(0, ...waits),
          lastEnd: Math.max(0, ...end)
        });
      },
      pools,
      200
    );
  });
});

const two = { name: 'n', count: 2, allocatable: { cpu: 1 } };

describe('isCountable()', () => {
  it('takes a plain pool, and the first of several nodes that fits', () => {
    expect(isCountable(scenarioOf(one({})))).toBe(true);
    expect(isCountable(scenarioOf(one({ cluster: { nodes: [two] } })))).toBe(true);
  });

  it.each<[string, Partial<Sketch>]>([
    ['another order', { policy: { order: 'shortest-first' } }],
    ['a head that is passed', { policy: { blocked: 'skip' } }],
    ['preemption', { policy: { preemption: 'lower-priority' } }],
    ['a rank among nodes', { cluster: { nodes: [two] }, policy: { rank: 'best-fit' } }],
    ['a taint', { cluster: { nodes: [{ ...two, taints: [{ key: 'gpu', effect: 'NoSchedule' }] }] } }],
    ['a cordon', { cluster: { nodes: [{ ...two, unschedulable: true }] } }],
    [
      'more kinds than the loop tells apart on several nodes',
      { cluster: { nodes: [two] }, jobs: Array.from({ length: 65 }, (_, i) => ({ name: `k${i}` })) }
    ],
    ['a quota', { quotas: [{ tenant: 'default', hard: { cpu: 1 } }] }],
    ['an end before the end', { until: { tick: 5 } }],
    ['something from outside', { events: [{ at: 1, job: 'a', is: 'cancelled' }] }],
    ['a gang', { jobs: [{ name: 'a', gang: 2 }] }],
    ['a failure', { jobs: [{ name: 'a', fails: [{ attempt: 1, after: 1 }] }] }],
    ['an image that is missing', { jobs: [{ name: 'a', image: { pull: 'missing' } }] }],
    ['a deadline', { jobs: [{ name: 'a', activeDeadlineSeconds: 5 }] }],
    ['checkpoints', { jobs: [{ name: 'a', checkpoint: { every: 5 } }] }],
    ['a throttle', { jobs: [{ name: 'a', usage: { cpu: 4 } }] }]
  ])('leaves %s to the engine', (_, more) => {
    expect(isCountable(scenarioOf(one(more)))).toBe(false);
  });
});
