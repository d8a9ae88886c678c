import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { count, run } from '#lib/allocator/sim/index.ts';
import type { Sketch } from '../scenario/timeline.ts';
import { checkEveryStep, checkNobodyLost } from './invariants.ts';
import { anyScenario, assertHolds } from './scenarios.ts';

const small = (max: number, min = 0) => fc.integer({ min, max });

const autoscaler = fc.record({
  max: small(5, 1),
  provision: small(20),
  idle: small(60),
  template: fc.record({
    allocatable: fc.record({ cpu: small(4, 1), memory: small(4, 1), 'example.com/gpu': small(2) })
  })
});

const deployment = fc.record({
  name: fc.constant('web'),
  replicas: small(3),
  priority: small(2),
  resources: fc.record({ requests: fc.record({ cpu: small(2, 1), memory: small(1) }) }),
  usage: fc.record({ memory: small(3) }),
  load: fc.array(fc.record({ at: small(400), cpu: small(6) }), { maxLength: 3 }),
  hpa: fc.record({ min: small(2, 1), max: small(5, 2), target: fc.constantFrom('50%', '100%') })
});

/** What each job really uses, and the limits on it. */
const use = fc.record({
  cpu: small(4),
  memory: fc.array(fc.record({ at: small(5), is: small(5) }), { maxLength: 3 }),
  limit: fc.record({ cpu: small(4, 3), memory: small(5, 3) })
});

/** Random scenarios with all that comes and goes by itself: nodes, replicas, memory, and quota that is taken back. */
const restless: fc.Arbitrary<Sketch> = fc
  .record({
    sketch: anyScenario,
    autoscaler: fc.option(autoscaler, { nil: undefined }),
    deployment: fc.option(deployment, { nil: undefined }),
    uses: fc.array(use, { minLength: 5, maxLength: 5 }),
    reclaim: fc.constantFrom('never' as const, 'lower-priority' as const, 'any' as const),
    provider: fc.array(fc.record({ at: small(60), autoscaler: fc.constantFrom('fails' as const, 'works' as const) }), {
      maxLength: 2
    })
  })
  .map(({ sketch, autoscaler: scaling, deployment: web, uses, reclaim, provider }) => ({
    ...sketch,
    until: sketch.until ?? { tick: 2000 },
    cluster: { ...sketch.cluster, ...(scaling === undefined ? {} : { autoscaler: scaling }) },
    deployments: web === undefined ? [] : [web],
    quotas: (sketch.quotas ?? []).map((quota) => ({ ...quota, reclaim })),
    events: [...(sketch.events ?? []), ...provider],
    jobs: (sketch.jobs ?? []).map((job, i) => {
      const { cpu, memory, limit } = uses[i] as (typeof uses)[number];
      const resources = { ...job.resources, limits: { ...job.resources?.limits, ...limit } };
      return { ...job, resources, usage: { cpu, memory } };
    })
  }));

describe('whatever comes and goes by itself', () => {
  it('keeps the books after every step and loses nobody', { timeout: 60_000 }, () => {
    assertHolds(
      (scenario) => {
        const finished = run(scenario);
        expect(finished.end).not.toBe('limit');
        checkEveryStep(finished);
        checkNobodyLost(finished);
      },
      restless,
      500
    );
  });

  it('comes to the same counts without records', { timeout: 60_000 }, () => {
    assertHolds(
      (scenario) => {
        const { counts, end } = run(scenario);
        expect(count(scenario)).toEqual({ counts, end });
      },
      restless,
      100
    );
  });
});
