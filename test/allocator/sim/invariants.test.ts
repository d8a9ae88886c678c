import { describe, expect, it } from 'vitest';
import { count, Engine, run } from '#lib/allocator/sim/index.ts';
import { checkEveryStep, checkNobodyForgotten, checkNobodyLost } from './invariants.ts';
import { recount } from './recount.ts';
import { anyScenario, assertHolds } from './scenarios.ts';

const quiet = { step: () => undefined, record: () => undefined };

describe('any scenario, under any preset', () => {
  it(
    'keeps its books after every step, takes no transition from where it is not, and loses nobody',
    { timeout: 60_000 },
    () => {
      assertHolds(
        (scenario) => {
          const finished = run(scenario);
          checkEveryStep(finished);
          checkNobodyLost(finished);
        },
        anyScenario,
        2000
      );
    }
  );

  it('leaves nobody waiting who could go on', { timeout: 60_000 }, () => {
    assertHolds(
      (scenario) => {
        const engine = new Engine(scenario, quiet);
        engine.advance();
        checkNobodyForgotten(engine);
      },
      anyScenario,
      1000
    );
  });

  it('counts the same with and without records, and what the records say', { timeout: 60_000 }, () => {
    assertHolds(
      (scenario) => {
        const recorded = run(scenario);
        const counted = count(scenario);
        expect(counted).toEqual({ counts: recorded.counts, end: recorded.end });
        expect(recorded.counts).toMatchObject(recount(recorded.trace));
      },
      anyScenario,
      500
    );
  });

  it('gives the same records and the same evidence twice', { timeout: 60_000 }, () => {
    assertHolds(
      (scenario) => {
        const bytes = () => {
          const { trace, evidenceAt } = run(scenario);
          return JSON.stringify(
            Array.from({ length: trace.last }, (_, i) => [trace.recordsOf(i + 1), evidenceAt(i + 1)])
          );
        };
        expect(bytes()).toBe(bytes());
      },
      anyScenario,
      200
    );
  });
});
