import { readScenario, type Scenario } from '#lib/allocator/scenario/index.ts';
import { pageLimits, run, type FinishedRun } from '#lib/allocator/sim/index.ts';

/**
 * Makes the run of a scenario's text, which may take a while; a run without an end comes with the end `limit`. Rejects
 * with an Error that has every problem of a text that does not read.
 */
export type MakeRun = (source: string) => Promise<FinishedRun>;

/** Makes a run where it is called, and gives it up, with the end `limit`, where that would keep a page waiting. */
export const makeHere: MakeRun = async (source) => run(scenarioOf(source), undefined, pageLimits);

/** The scenario of a text. @throws {Error} with every problem of one that does not read */
export function scenarioOf(text: string): Scenario {
  const read = readScenario(text);
  if (read.ok) return read.scenario;
  throw new Error(read.problems.map(({ message }) => message).join('; '));
}
