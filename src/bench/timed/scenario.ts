import { readScenarioData, type Scenario, type ScenarioInput } from '#lib/allocator/scenario/index.ts';
import type { JobBlock } from '#lib/allocator/sim/index.ts';

/**
 * A scenario whose entries say what kinds of jobs there are, with the jobs given as columns.
 *
 * @throws {Error} with every problem of one that cannot be read
 */
export function scenarioWith(file: Omit<ScenarioInput, 'schema' | 'id'>, jobs: JobBlock): Scenario {
  const read = readScenarioData({ schema: 1, id: 'bench', ...file });
  if (!read.ok) throw new Error(read.problems.map(({ path, message }) => `${path}: ${message}`).join('\n'));
  const { count, arrival, service, kind } = jobs;
  return {
    ...read.scenario,
    jobs: { count, arrival, service, estimate: service, kind, gangOf: kind, name: (job) => `job-${job + 1}` }
  };
}
