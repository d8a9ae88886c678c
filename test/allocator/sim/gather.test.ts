import { describe, expect, it } from 'vitest';
import type { Scenario } from '#lib/allocator/scenario/index.ts';
import { Gatherer, run, type Gathered, type Steps } from '#lib/allocator/sim/index.ts';
import { scenarioOf } from '../scenario/timeline.ts';
import { anyScenario, assertHolds } from './scenarios.ts';

/** What some steps compared, gathered a piece at a time. */
function gather(gatherer: Gatherer, steps: Steps): Gathered {
  gatherer.begin(steps);
  while (!gatherer.advance(3));
  return gatherer.gathered();
}

/** What the run itself says of the same steps. */
function saidOf(scenario: Scenario, { from, to }: Steps) {
  const finished = run(scenario);
  const steps = Array.from({ length: to - from }, (_, i) => from + i);
  const each = <E>(at: (step: number) => E | undefined) =>
    new Map(steps.flatMap((step) => (at(step) === undefined ? [] : [[step, at(step) as E]])));
  return {
    checks: each(finished.evidenceAt),
    scalings: each(finished.scalingAt),
    pressures: each(finished.pressureAt)
  };
}

/** Three hundred jobs on one slot: their first checks all fall into one tick. */
const crowd = scenarioOf({
  cluster: { nodes: [{ name: 'n', allocatable: { cpu: 1 } }] },
  policy: { preset: 'textbook', blocked: 'skip' },
  jobs: [{ name: 'job', count: 300, service: 10, resources: { requests: { cpu: 1 } } }]
});

describe('Gatherer', () => {
  it.each([
    ['one after another', [0, 1, 2, 3, 4, 5]],
    ['backwards', [5, 4, 3, 2, 1, 0]],
    ['with jumps', [4, 0, 1, 3, 2, 5, 5, 0]]
  ])('finds what the run compared, chunk by chunk %s', (_, order) => {
    assertHolds(
      (scenario) => {
        const size = 7;
        const gatherer = new Gatherer(scenario);
        for (const chunk of order) {
          const steps = { from: chunk * size, to: (chunk + 1) * size };
          expect(gather(gatherer, steps)).toEqual(saidOf(scenario, steps));
        }
      },
      anyScenario,
      60
    );
  });

  it('finds it within a tick of many steps too', () => {
    const gatherer = new Gatherer(crowd);
    for (const from of [0, 10, 20, 30, 200, 210, 100, 110])
      expect(gather(gatherer, { from, to: from + 10 })).toEqual(saidOf(crowd, { from, to: from + 10 }));
  });

  it('goes on from where it stands, and begins anew only for what it has passed', () => {
    const { trace } = run(crowd);
    const gatherer = new Gatherer(crowd);
    const passedBefore = (steps: Steps): number => {
      gatherer.begin(steps);
      const { passed } = gatherer;
      while (!gatherer.advance(50));
      return passed;
    };
    const late = trace.last - 100;
    expect(passedBefore({ from: late, to: late + 20 })).toBe(0);
    expect(passedBefore({ from: late + 20, to: late + 40 })).toBeGreaterThanOrEqual(late + 19);
    expect(passedBefore({ from: late - 20, to: late })).toBe(0);
  });
});
