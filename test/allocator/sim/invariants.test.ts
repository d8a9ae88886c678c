import { describe, expect, it } from 'vitest';
import { count, run } from '#lib/allocator/sim/index.ts';
import { Cursor, World } from '#lib/allocator/trace/index.ts';
import { checkEveryStep, checkNobodyForgotten, checkNobodyLost } from './invariants.ts';
import { anyScenario, holds } from './scenarios.ts';

describe('any scenario, under any preset', () => {
  it('keeps its books after every step, and loses nobody', { timeout: 60_000 }, () => {
    holds(
      (scenario) => {
        const finished = run(scenario);
        checkEveryStep(finished);
        checkNobodyLost(finished);
      },
      anyScenario,
      2000
    );
  });
});
