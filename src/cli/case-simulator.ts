import { jobTimes, type JobTimes } from '#lib/allocator/metrics/index.ts';
import { readScenarioData, type Scenario, type ScenarioInput } from '#lib/allocator/scenario/index.ts';
import { run, type FinishedRun } from '#lib/allocator/sim/index.ts';

/** A job of a case: whole ticks, and whole amounts by resource. */
export interface CaseJob {
  readonly id: string;
  readonly arrival: number;
  readonly service: number;
  readonly estimate?: number;
  readonly priority?: number;
  readonly request: Readonly<Record<string, number>>;
}

/** A finished run of a case, with the times of its jobs in the order of the case. */
export interface CaseRun extends FinishedRun {
  readonly scenario: Scenario;
  readonly times: readonly JobTimes[];
}

/** A resource of a case under a name that Kubernetes counts in whole numbers. */
const counted = (resource: string): string => `case/${resource}`;

const amounts = (of: Readonly<Record<string, number>>): Record<string, number> =>
  Object.fromEntries(Object.entries(of).map(([resource, amount]) => [counted(resource), amount]));

/** Runs jobs on one node through the simulator. Throws for a case that makes no scenario. */
export function simulate(
  capacity: Readonly<Record<string, number>>,
  jobs: readonly CaseJob[],
  policy: ScenarioInput['policy']
): CaseRun {
  const scenario = readCase({
    cluster: { nodes: [{ name: 'pool', allocatable: amounts(capacity) }] },
    policy,
    jobs: jobs.map(({ id: _id, request, ...job }, i) => ({
      ...job,
      name: `job-${i}`,
      resources: { limits: amounts(request) }
    }))
  });
  const finished = run(scenario);
  const byName = new Map(jobTimes(finished.trace).map((times) => [scenario.jobs.name(times.job), times]));
  return { ...finished, scenario, times: jobs.map((_, i) => byName.get(`job-${i}`)!) };
}

/** The scenario of a case. Throws with every problem where there is none. */
export function readCase(sketch: Omit<ScenarioInput, 'schema' | 'id'>): Scenario {
  const read = readScenarioData({ schema: 1, id: 'case', ...sketch });
  if (!read.ok) throw new Error(read.problems.map(({ path, message }) => `${path}: ${message}`).join('; '));
  return read.scenario;
}

/** A figure of each job by the name that the case gives it. */
export const byId = <T>(jobs: readonly CaseJob[], values: readonly T[]): Record<string, T> =>
  Object.fromEntries(jobs.map(({ id }, i) => [id, values[i] as T]));

export const mean = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / values.length;
