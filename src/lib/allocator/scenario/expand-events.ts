import { stateWords, statusOf, type StateName, type Status } from '#lib/allocator/lifecycle/index.ts';
import type { Complaints, Path } from './complaints.ts';
import type { ScenarioFile } from './schema.ts';
import type { Jobs, OutsideChange, OutsideEvent, Until } from './types.ts';

/** Looks something up by its name; -1 where there is none of that name. */
export type Find = Readonly<Record<'node' | 'job', (name: string) => number>>;

/** Names are made when asked for, so that a million jobs need not keep theirs. */
export function jobNamed(jobs: Jobs, name: string): number {
  for (let job = 0; job < jobs.count; job++) if (jobs.name(job) === name) return job;
  return -1;
}

const isUntilState = (state: string): state is StateName | Status =>
  Object.hasOwn(stateWords, state) || (Object.values(statusOf) as string[]).includes(state);

/** When a run is to stop before nothing is left to happen. */
export function expandUntil(file: ScenarioFile, find: Find, complaints: Complaints): Until | undefined {
  const { until } = file;
  if (until === undefined) return undefined;
  if ('tick' in until) return { tick: complaints.ticks(['until', 'tick'], until.tick) };
  const job = find.job(until.job);
  if (job < 0) complaints.add(['until', 'job'], `there is no job "${until.job}"`);
  if (!isUntilState(until.state)) {
    complaints.add(['until', 'state'], `there is no state "${until.state}"`);
    return undefined;
  }
  return { job, state: until.state };
}

/** What happens from outside, at its tick. */
export function expandEvents(file: ScenarioFile, find: Find, complaints: Complaints): OutsideEvent[] {
  return file.events.map((event, i) => ({
    at: complaints.ticks(['events', i, 'at'], event.at),
    ...expandChange(event, ['events', i], find, complaints)
  }));
}

/** A change from outside, as a file names it. */
export type NamedChange =
  | { readonly node: string; readonly is: 'lost' | 'back' }
  | { readonly autoscaler: 'fails' | 'works' }
  | { readonly job: string; readonly is: 'cancelled' };

/** A change from outside with its node or job looked up. */
export function expandChange(change: NamedChange, path: Path, find: Find, complaints: Complaints): OutsideChange {
  const known = (what: keyof Find, name: string): number => {
    const index = find[what](name);
    if (index < 0) complaints.add([...path, what], `there is no ${what} "${name}"`);
    return index;
  };
  if ('node' in change) return { node: known('node', change.node), is: change.is };
  if ('job' in change) return { job: known('job', change.job), is: change.is };
  return { autoscaler: change.autoscaler };
}
