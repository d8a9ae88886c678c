import type { Complaints, Path } from './complaints.ts';
import { expandChange, type Find } from './expand-events.ts';
import { columnsOf, draftJobs } from './expand-jobs.ts';
import { mergeJobs } from './merge-jobs.ts';
import { presets } from './presets.ts';
import type { JobEntry, ScenarioFile } from './schema.ts';
import type { Intervention, Jobs, Policy } from './types.ts';

type Given = ScenarioFile['interventions'][number];

/** A job that an intervention lets in, as an entry of `jobs`, and where it stands in the file. */
export interface Arrival {
  readonly entry: JobEntry;
  readonly path: Path;
}

/** The jobs that interventions let in, in the order of the file. */
export const arrivalsOf = (file: ScenarioFile): Arrival[] =>
  file.interventions.flatMap((given, i) =>
    'arrives' in given ? [{ entry: { ...given.arrives, arrival: 0 }, path: ['interventions', i, 'arrives'] }] : []
  );

/** Complains about a resource that the scenario does not know without the interventions: every amount has its place. */
export function onlyKnownResources(
  arrivals: readonly Arrival[],
  resources: readonly string[],
  complaints: Complaints
): void {
  for (const { entry, path } of arrivals)
    for (const part of ['requests', 'limits'] as const)
      for (const resource of Object.keys(entry.resources[part]))
        if (!resources.includes(resource))
          complaints.add([...path, 'resources', part, resource], `nothing in this scenario offers ${resource}`);
}

/** The jobs of a scenario and those that come by interventions, which stand last so that the others keep their numbers. */
export interface JobsWithArrivals {
  readonly jobs: Jobs;
  /** The jobs of each arrival. */
  readonly of: readonly (readonly number[])[];
}

/** Appends the jobs of arrivals; `firstKind` is the kind of the first, each has the next. */
export function withArrivals(
  own: Jobs,
  arrivals: readonly Arrival[],
  firstKind: number,
  podByPod: boolean,
  complaints: Complaints
): JobsWithArrivals {
  let next = own.count;
  const drafts = arrivals.map(({ entry, path }, i) => draftJobs(entry, firstKind + i, path, podByPod, complaints));
  const columns = columnsOf(drafts.flat());
  return {
    jobs: mergeJobs(own, { ...columns, arrival: columns.arrival.fill(Infinity) }),
    of: drafts.map((some) => some.map(() => next++))
  };
}

/** The interventions in order of their steps; those of one step in the order of the file. */
export function expandInterventions(
  file: ScenarioFile,
  policy: Policy,
  arriving: readonly (readonly number[])[],
  find: Find,
  complaints: Complaints
): Intervention[] {
  let arrival = 0;
  const expandOne = (given: Given, path: Path): Intervention => {
    const { step } = given;
    if ('arrives' in given) return { step, arrives: arriving[arrival++] ?? [] };
    if ('policy' in given) return { step, policy: laterPolicy(given.policy, policy, path, complaints) };
    return { step, ...expandChange(given, path, find, complaints) };
  };
  return file.interventions.map((given, i) => expandOne(given, ['interventions', i])).sort((a, b) => a.step - b.step);
}

/** Another preset replaces the whole bundle but for the way gangs are placed; single parts replace themselves. */
function laterPolicy(
  given: Extract<Given, { policy: unknown }>['policy'],
  before: Policy,
  path: Path,
  complaints: Complaints
): Policy {
  const { preset, quantum, ...parts } = given;
  const named = Object.fromEntries(Object.entries(parts).filter(([, value]) => value !== undefined));
  return {
    ...(preset === undefined ? before : presets[preset]),
    ...named,
    ...(quantum === undefined ? {} : { quantum: complaints.someTicks([...path, 'policy', 'quantum'], quantum) }),
    gangs: before.gangs
  };
}
