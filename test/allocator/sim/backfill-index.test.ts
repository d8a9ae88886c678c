import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { stateName, table } from '#lib/allocator/lifecycle/index.ts';
import type { Scenario } from '#lib/allocator/scenario/index.ts';
import { Engine } from '#lib/allocator/sim/index.ts';
import { Placement } from '#lib/allocator/sim/placement.ts';
import { Waiting } from '#lib/allocator/sim/waiting.ts';
import { isTransition, Trace, type CheckEvidence } from '#lib/allocator/trace/index.ts';
import { crowdScenario } from '../../../src/bench/timed/crowd.ts';
import { type Sketch } from '../scenario/timeline.ts';
import { anyScenario, assertHolds } from './scenarios.ts';

/** From how many waiting jobs, and from how many nodes on, there is an index. */
interface Sizes {
  readonly queue: number;
  readonly nodes: number;
}

const byScan: Sizes = { queue: Infinity, nodes: Infinity };
const byIndex: Sizes = { queue: 0, nodes: Infinity };

/** Runs a scenario and keeps everything that it says. */
function told(scenario: Scenario, { queue, nodes }: Sizes) {
  const trace = new Trace(scenario);
  const evidence = new Map<number, CheckEvidence>();
  const engine = new Engine(
    scenario,
    trace,
    {
      wants: () => true,
      take: (step, found) => evidence.set(step, found),
      takeScaling: () => undefined,
      takePressure: () => undefined
    },
    { steps: 20_000, work: 20_000_000 }
  );
  const { sim } = engine;
  sim.waiting = new Waiting(sim, queue);
  Object.assign(sim, { placement: new Placement(sim, nodes) });
  engine.advance();
  const steps = Array.from({ length: trace.last }, (_, i) => ({
    records: trace.recordsOf(i + 1).map(({ tick, kind, subject, node, pods }) => ({ tick, kind, subject, node, pods })),
    evidence: evidence.get(i + 1)
  }));
  return { steps, counts: engine.counts, end: engine.end };
}

type Step = ReturnType<typeof told>['steps'][number];

const goes = ({ kind }: Step['records'][number]): string => {
  if (!isTransition(kind)) return 'change';
  const { from, event, to } = table.transitions[kind]!;
  return `${stateName(from)} ${table.events[event]} ${stateName(to)}`;
};

/** Without the checks after which a job waits as it did before, and what they decided. */
const withoutVainChecks = (steps: readonly Step[]): Step[] =>
  steps.filter((_, i) => !isVain(steps, i) && !isVain(steps, i - 1));

const isVain = (steps: readonly Step[], i: number): boolean =>
  [steps[i], steps[i + 1]].map((step) => step?.records.map(goes).join()).join() ===
  'waiting.queued recheck checking,checking decide waiting.queued';

const linesOf = (steps: readonly Step[]): string[] => steps.map((step) => JSON.stringify(step));

const easy = (from: fc.Arbitrary<Sketch>): fc.Arbitrary<Sketch> =>
  fc
    .record({ sketch: from, order: fc.constantFrom('fifo', 'priority', 'shortest-first', 'shortest-remaining') })
    .map(({ sketch, order }) => ({ ...sketch, policy: { ...sketch.policy!, order, blocked: 'easy' } }) as Sketch);

const small = (min: number, max: number) => fc.integer({ min, max });

/** Small full clusters with a queue of several kinds, some of which fit at once when one of those that run ends. */
const contended: fc.Arbitrary<Sketch> = fc
  .record({
    cpus: fc.array(small(2, 5), { minLength: 1, maxLength: 3 }),
    kinds: fc.array(
      fc.record({
        count: small(1, 10),
        arrival: small(0, 4),
        service: small(1, 9),
        estimate: small(1, 12),
        priority: small(0, 2),
        resources: fc.record({ requests: fc.record({ cpu: small(1, 5) }) }),
        gang: fc.constantFrom(1, 1, 1, 2, 3),
        grace: small(0, 3)
      }),
      { minLength: 2, maxLength: 6 }
    ),
    rank: fc.constantFrom('first-fit', 'best-fit', 'least-allocated'),
    preemption: fc.constantFrom('never', 'lower-priority'),
    gangs: fc.constantFrom('all-or-nothing', 'pod-by-pod'),
    neverFits: fc.constantFrom('reject', 'wait')
  })
  .map(
    ({ cpus, kinds, ...policy }) =>
      ({
        cluster: { nodes: cpus.map((cpu, i) => ({ name: `n${i}`, allocatable: { cpu } })) },
        policy: { preset: 'textbook', ...policy },
        jobs: kinds.map((kind, i) => ({ name: `k${i}`, ...kind }))
      }) as Sketch
  );

/** One that was first is nominated while its victims stop; a shorter job comes and is first, and others stand behind. */
const nominating: fc.Arbitrary<Sketch> = fc
  .record({
    cpus: fc.array(small(3, 6), { minLength: 1, maxLength: 3 }),
    running: fc.array(fc.record({ cpu: small(1, 3), service: small(3, 20) }), { minLength: 2, maxLength: 5 }),
    waiting: fc.array(
      fc.record({ cpu: small(1, 6), arrival: small(1, 3), service: small(1, 20), priority: small(0, 2) }),
      { minLength: 3, maxLength: 8 }
    )
  })
  .map(({ cpus, running, waiting }) => {
    const job = (name: string, cpu: number, rest: object) => ({
      name,
      grace: 5,
      resources: { requests: { cpu } },
      ...rest
    });
    return {
      cluster: { nodes: cpus.map((cpu, i) => ({ name: `n${i}`, allocatable: { cpu } })) },
      policy: { preset: 'textbook', order: 'shortest-first', blocked: 'easy', preemption: 'lower-priority' },
      jobs: [
        ...running.map(({ cpu, service }, i) => job(`r${i}`, cpu, { arrival: 0, service, priority: 0 })),
        ...waiting.map(({ cpu, ...rest }, i) => job(`w${i}`, cpu, rest))
      ]
    } as Sketch;
  });

describe('SPEC 2.10: a long queue under EASY', { timeout: 120_000 }, () => {
  it.each([
    ['whatever jobs, nodes and policies do', anyScenario, 500],
    ['in full clusters', contended, 400]
  ])('goes as the scan of everybody has it, vain checks left out: %s', (_, from, runs) => {
    assertHolds(
      (scenario) => {
        const scan = told(scenario, byScan);
        // Under preemption two jobs may stop each other for ever, which shorter runs show as well.
        if (scan.end === 'limit') return;
        const index = told(scenario, byIndex);
        expect(linesOf(withoutVainChecks(index.steps))).toEqual(linesOf(withoutVainChecks(scan.steps)));
        const { allocations, releases, preemptions, peakHeld, peakWaiting } = scan.counts;
        expect(index.counts).toMatchObject({ allocations, releases, preemptions, peakHeld, peakWaiting });
        expect(index.end).toBe(scan.end);
      },
      easy(from),
      runs
    );
  });

  it('sees at once what a nomination kept, when one behind the first loses it', () => {
    assertHolds(
      (scenario) => {
        expect(linesOf(told(scenario, { queue: Infinity, nodes: 0 }).steps)).toEqual(
          linesOf(told(scenario, byScan).steps)
        );
      },
      nominating,
      400
    );
  });

  it('records the same, vain checks and all, where only the cluster is large', () => {
    assertHolds(
      (scenario) => {
        const large = told(scenario, { queue: Infinity, nodes: 0 });
        expect(linesOf(large.steps)).toEqual(linesOf(told(scenario, byScan).steps));
      },
      easy(contended),
      200
    );
  });

  it('checks and looks at hardly more jobs where a hundred times as many wait', () => {
    const work = (waiting: number) => {
      const scenario = crowdScenario(waiting, 2000);
      const engine = new Engine(scenario, { step: () => undefined, record: () => undefined });
      const { sim } = engine;
      while (sim.tick === 0) engine.advance(1);
      const before = engine.counts;
      while (engine.counts.releases < before.releases + 300) engine.advance(1);
      expect(sim.waiting.size).toBeGreaterThan(waiting / 2);
      const { checks, queueScans } = engine.counts;
      return { checks: checks - before.checks, queueScans: queueScans - before.queueScans };
    };
    const few = work(1500);
    const many = work(150_000);
    expect(many.checks).toBeLessThan(1.5 * few.checks);
    // 0.25 is the exponent to which the cost of a pass may grow.
    expect(many.queueScans).toBeLessThan(100 ** 0.25 * few.queueScans);
  });

  it('goes back to the list once fewer than half as many wait', () => {
    const engine = new Engine(crowdScenario(1200, 0), { step: () => undefined, record: () => undefined });
    const { waiting } = engine.sim;
    const goOn = (until: () => boolean): number => {
      let least = Infinity;
      while (!until()) {
        least = waiting.size;
        engine.advance(1);
      }
      return least;
    };
    goOn(() => waiting.isIndexed);
    expect(goOn(() => !waiting.isIndexed)).toBeLessThan(500);
  });
});
