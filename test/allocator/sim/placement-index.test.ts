import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Rank } from '#lib/allocator/scenario/index.ts';
import { Engine } from '#lib/allocator/sim/index.ts';
import { Placement } from '#lib/allocator/sim/placement.ts';
import { Tournament } from '#lib/allocator/sim/placement-index-tournament.ts';
import { Sim } from '#lib/allocator/sim/sim.ts';
import { change, type Recorder } from '#lib/allocator/trace/index.ts';
import { scenarioOf, type Sketch } from '../scenario/timeline.ts';

const quiet: Recorder = { step: () => undefined, record: () => undefined };
const GPU = 'example.com/gpu';
const taints = [{ key: 'gpu', effect: 'NoSchedule' as const }];
const tolerations = [{ key: 'gpu', operator: 'Exists' as const }];

const ranks: readonly Rank[] = [
  'first-fit',
  'best-fit',
  'least-allocated',
  'most-allocated',
  'balanced',
  'requested-to-capacity-ratio'
];

type JobInput = NonNullable<Sketch['jobs']>[number];

/** Small amounts, so that many nodes are equals and many demands fit exactly. */
const small = (max: number, min = 0) => fc.integer({ min, max });

const job = (i: number, cpu: number, memory: number, gpu: number, tolerates: boolean): JobInput => ({
  name: `job-${i}`,
  resources: { requests: { cpu, memory }, limits: { [GPU]: gpu } },
  service: 5,
  ...(tolerates ? { tolerations } : {})
});

const clusters = fc
  .record({
    nodes: fc.array(fc.record({ cpu: small(4, 1), memory: small(4, 1), gpu: small(2), tainted: fc.boolean() }), {
      minLength: 1,
      maxLength: 50
    }),
    jobs: fc.array(fc.tuple(small(3), small(3), small(2), fc.boolean()), { minLength: 1, maxLength: 6 })
  })
  .map(({ nodes, jobs }): Sketch => ({
    cluster: {
      nodes: nodes.map(({ cpu, memory, gpu, tainted }, i) => ({
        name: `node-${i}`,
        allocatable: { cpu, memory, [GPU]: gpu },
        ...(tainted ? { taints } : {})
      }))
    },
    jobs: jobs.map(([cpu, memory, gpu, tolerates], i) => job(i, cpu, memory, gpu, tolerates))
  }));

/** One thing that happens: a job gets the best place or gives its place back, or a node goes or comes. */
const happenings = fc.array(fc.tuple(fc.constantFrom('book', 'free', 'turn'), small(1000)), { maxLength: 60 });

type Happening = readonly [what: string, which: number];

/** Makes what happens happen to a world, and tells an index. */
function stage(sim: Sim, tell: (node: number) => void): (happening: Happening) => void {
  const held: { readonly job: number; readonly node: number }[] = [];
  const emit = (kind: number, subject: number, node: number): void => {
    sim.emit(kind, subject, node, 1);
    tell(node);
  };
  return ([what, which]) => {
    const { up } = sim.world;
    const job = which % sim.scenario.kinds.length;
    if (what === 'turn') {
      const node = which % up.length;
      emit(up[node] === 1 ? change.nodeDown : change.nodeUp, 0, node);
    } else if (what === 'book') {
      const node = sim.placement.placeIn(sim.world, sim.kindOf(job), 1)?.[0]?.node;
      if (node === undefined) return;
      emit(change.book, job, node);
      held.push({ job, node });
    } else if (held.length > 0) {
      const [back] = held.splice(which % held.length, 1);
      emit(change.free, back!.job, back!.node);
    }
  };
}

describe('the index of places', () => {
  it.each(ranks)('chooses the node that the scan chooses: %s', (rank) => {
    fc.assert(
      fc.property(clusters, happenings, (cluster, all) => {
        const sim = new Sim(scenarioOf({ ...cluster, policy: { preset: 'textbook', rank } }), quiet, undefined);
        const indexed = new Placement(sim, 0);
        const happen = stage(sim, (node) => indexed.changed(node));
        for (const happening of all) {
          for (const kind of sim.scenario.kinds)
            expect(indexed.placeIn(sim.world, kind, 1)).toEqual(sim.placement.placeIn(sim.world, kind, 1));
          happen(happening);
        }
      }),
      { seed: 20_261_121, numRuns: 200 }
    );
  });

  it('is told of all that happens in a run with a large cluster, nodes lost and nominations among it', () => {
    const sketch: Sketch = {
      cluster: {
        nodes: [
          { name: 'small', count: 1070, allocatable: { cpu: '500m', memory: 4 } },
          { name: 'node', count: 30, allocatable: { cpu: 2, memory: 4 } }
        ]
      },
      policy: { preset: 'kubernetes' },
      jobs: [
        { name: 'low', count: 50, arrival: 0, service: 9, resources: { requests: { cpu: 1 } } },
        { name: 'wide', count: 2, arrival: 1, service: 3, gang: 3, resources: { requests: { cpu: 1, memory: 1 } } },
        { name: 'high', count: 20, arrival: 2, service: 4, priority: 1, resources: { requests: { cpu: 2 } } }
      ],
      events: [
        { at: 3, node: 'node-7', is: 'lost' },
        { at: 5, node: 'node-7', is: 'back' }
      ]
    };
    const engine = new Engine(scenarioOf(sketch), quiet);
    const { sim } = engine;
    const scan = new Placement(sim, Infinity);
    while (!engine.advance(1))
      for (const kind of sim.scenario.kinds)
        expect(sim.placement.placeIn(sim.world, kind, 1)).toEqual(scan.placeIn(sim.world, kind, 1));
    expect(sim.counts.preemptions).toBeGreaterThan(0);
  });

  it('goes by the policy that took over', () => {
    const nodes = [4, 2].map((cpu, i) => ({ name: `node-${i}`, allocatable: { cpu } }));
    const sketch: Sketch = { cluster: { nodes }, policy: { preset: 'textbook' }, jobs: [job(0, 1, 0, 0, false)] };
    const sim = new Sim(scenarioOf(sketch), quiet, undefined);
    const indexed = new Placement(sim, 0);
    const chosen = (): number | undefined => indexed.placeIn(sim.world, sim.kindOf(0), 1)?.[0]?.node;
    expect(chosen()).toBe(0);
    sim.follow({ ...sim.scenario.policy, rank: 'best-fit' });
    expect(chosen()).toBe(1);
  });

  it('says nothing of another room than the one there is', () => {
    const nodes = [{ name: 'node', allocatable: { cpu: 1 } }];
    const sim = new Sim(scenarioOf({ cluster: { nodes }, jobs: [job(0, 1, 0, 0, false)] }), quiet, undefined);
    const full = { free: new Float64Array(sim.world.free.length), allocatable: sim.world.allocatable };
    expect(new Placement(sim, 0).placeIn(full, sim.kindOf(0), 1)).toBeUndefined();
  });

  it('leaves to the scan what would be one kind too many', () => {
    const jobs = Array.from({ length: 40 }, (_, i) => job(i, i + 1, 0, 0, false));
    const sim = new Sim(
      scenarioOf({ cluster: { nodes: [{ name: 'node', allocatable: { cpu: 35 } }] }, jobs }),
      quiet,
      undefined
    );
    const indexed = new Placement(sim, 0);
    const fitting = sim.scenario.kinds.map((kind) => indexed.placeIn(sim.world, kind, 1) !== undefined);
    expect(fitting.lastIndexOf(true)).toBe(34);
  });
});

describe('Tournament', () => {
  it('replays no match above one that comes out as before', () => {
    let matches = 0;
    const tournament = new Tournament(
      1024,
      () => true,
      () => {
        matches++;
        return false;
      }
    );
    matches = 0;
    tournament.change(1023);
    expect(matches).toBe(1);
  });

  it('lets who still wins the first round lose a later one', () => {
    const strength: number[] = Array.from({ length: 64 }, (_, i) => (i === 0 ? 9 : i === 40 ? 5 : 0));
    const tournament = new Tournament(
      64,
      () => true,
      (later, earlier) => strength[later]! > strength[earlier]!
    );
    strength[0] = 1;
    tournament.change(0);
    expect(tournament.winner).toBe(40);
  });

  it('has no winner where nobody takes part', () => {
    const nobody = new Tournament(
      3,
      () => false,
      () => false
    );
    expect(nobody.winner).toBe(-1);
  });
});
