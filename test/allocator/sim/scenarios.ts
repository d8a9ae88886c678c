import fc from 'fast-check';
import { stringify } from 'yaml';
import type { Scenario } from '#lib/allocator/scenario/index.ts';
import { scenarioOf, type Sketch } from '../scenario/timeline.ts';

/** The scenario file of a sketch, as the command line reads it. */
export const fileOf = (sketch: Sketch): string => stringify({ schema: 1, id: 'random', ...sketch });

/** Holds a law against random scenarios; what fails is shrunk and printed as a file that reproduces it. */
export function assertHolds(law: (scenario: Scenario) => void, from: fc.Arbitrary<Sketch>, numRuns: number): void {
  fc.assert(
    fc.property(from, (sketch) => {
      try {
        law(scenarioOf(sketch));
      } catch (e) {
        throw new Error(`${(e as Error).message}\n--- scenario file ---\n${fileOf(sketch)}`, { cause: e });
      }
    }),
    { seed: SEED, numRuns }
  );
}

/** Fixed, so that a test that passed passes again; another one explores elsewhere. */
const SEED = 20_261_121;

const small = (max: number, min = 0) => fc.integer({ min, max });
const sometimes = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: undefined, freq: 3 });

/** Leaves out what is undefined: the schema tells an absent field from an undefined one. */
const compact = <T extends object>(value: T): T =>
  Object.fromEntries(Object.entries(value).filter(([, v]) => v !== undefined)) as T;

const policy = fc
  .record({
    preset: fc.constantFrom('textbook', 'kubernetes', 'kueue', 'slurm', 'mesos'),
    order: sometimes(
      fc.constantFrom('fifo', 'priority', 'shortest-first', 'shortest-remaining', 'round-robin', 'fair-share', 'drf')
    ),
    blocked: sometimes(fc.constantFrom('block', 'skip', 'easy', 'conservative')),
    rank: sometimes(
      fc.constantFrom(
        'first-fit',
        'best-fit',
        'least-allocated',
        'most-allocated',
        'balanced',
        'requested-to-capacity-ratio'
      )
    ),
    preemption: sometimes(fc.constantFrom('never', 'lower-priority')),
    preempted: sometimes(fc.constantFrom('resume', 'restart')),
    gangs: sometimes(fc.constantFrom('pod-by-pod', 'all-or-nothing')),
    neverFits: sometimes(fc.constantFrom('reject', 'wait')),
    wake: sometimes(fc.constantFrom('all', 'hinted')),
    quantum: sometimes(small(4, 1))
  })
  .map(compact);

const node = (name: string) =>
  fc
    .record({
      allocatable: fc.record({ cpu: small(4, 1), memory: small(4, 1), 'example.com/gpu': small(2) }),
      taints: sometimes(fc.constant([{ key: 'gpu', effect: 'NoSchedule' }]))
    })
    .map((body) => compact({ name, ...body }));

const job = (name: string) =>
  fc
    .record({
      count: small(2, 1),
      arrival: small(10),
      service: small(8, 1),
      estimate: sometimes(small(10, 1)),
      tenant: fc.constantFrom('a', 'b'),
      priority: small(2),
      preemptionPolicy: sometimes(fc.constantFrom('Never')),
      resources: fc.record({
        requests: fc.record({ cpu: small(3), memory: small(3) }),
        // An API server refuses a device that is requested without a limit.
        limits: fc.record({ 'example.com/gpu': fc.constantFrom(0, 0, 1, 2) })
      }),
      usage: sometimes(fc.record({ memory: small(4) })),
      tolerations: sometimes(fc.constant([{ key: 'gpu', operator: 'Exists' as const }])),
      gang: fc.constantFrom(1, 1, 1, 2, 3),
      grace: sometimes(small(3)),
      checkpoint: sometimes(fc.record({ every: small(3, 1), cost: small(1) })),
      restartPolicy: sometimes(fc.constantFrom('Never', 'OnFailure')),
      backoffLimit: sometimes(small(2)),
      fails: sometimes(fc.record({ attempt: small(2, 1), after: small(4, 1) }).map((fail) => [fail])),
      image: sometimes(
        fc.oneof({ weight: 4, arbitrary: fc.record({ takes: small(3) }) }, fc.constant({ pull: 'missing' as const }))
      ),
      activeDeadlineSeconds: sometimes(small(12, 1))
    })
    .map((body) => compact({ name, ...body }));

const quota = (tenant: string) =>
  fc
    .record({
      mode: fc.constantFrom('reject', 'hold'),
      hard: fc.record({ cpu: small(5) }),
      cohort: sometimes(fc.constant('all')),
      borrowing: sometimes(small(2)),
      reclaim: sometimes(fc.constantFrom('lower-priority', 'any'))
    })
    .map((body) => compact({ tenant, ...body }));

const listOf = <T>(names: readonly string[], of: (name: string) => fc.Arbitrary<T>) =>
  fc.integer({ min: 1, max: names.length }).chain((n) => fc.tuple(...names.slice(0, n).map(of)));

const outside = (nodes: readonly string[], jobs: readonly string[]) =>
  fc.array(
    fc.oneof(
      fc.record({ at: small(15), node: fc.constantFrom(...nodes), is: fc.constantFrom('lost', 'back') }),
      fc.record({ at: small(15), job: fc.constantFrom(...jobs), is: fc.constant('cancelled' as const) })
    ),
    { maxLength: 3 }
  );

/** Names that the jobs of a scenario go by, once those of a count and of a gang placed pod by pod are told apart. */
const jobNames = (sketch: Sketch): string[] => {
  const { jobs } = scenarioOf(sketch);
  return Array.from({ length: jobs.count }, (_, j) => jobs.name(j));
};

/** Small scenarios that mix everything jobs, nodes, policies, quotas and the outside can do. */
export const anyScenario: fc.Arbitrary<Sketch> = fc
  .record({
    nodes: listOf(['n1', 'n2', 'n3'], node),
    policy,
    jobs: listOf(['a', 'b', 'c', 'd', 'e'], job),
    quotas: fc.oneof({ weight: 2, arbitrary: fc.constant([]) }, listOf(['a', 'b'], quota)),
    until: fc.option(fc.record({ tick: small(30, 1) }), { nil: undefined, freq: 7 })
  })
  .map(({ nodes, ...rest }): Sketch => compact({ cluster: { nodes }, ...rest }) as Sketch)
  .chain((sketch) =>
    outside(
      sketch.cluster.nodes.map(({ name }) => name),
      jobNames(sketch)
    ).map((events) => ({ ...sketch, events }))
  );

/** The same, with so many jobs of each entry that a trace needs keyframes. */
export const longScenario: fc.Arbitrary<Sketch> = anyScenario.map(({ jobs = [], ...rest }) => ({
  ...rest,
  events: [],
  jobs: jobs.map((one) => ({ ...one, count: 30 }))
}));
