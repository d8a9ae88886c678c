import { constant, exponential, lognormal, stream, uniform, type Sampler } from '#lib/base/random/index.ts';
import { parseDuration } from '#lib/base/units/index.ts';
import type { Complaints, Path } from './complaints.ts';
import { defaultEntry, type JobEntry, type SampledWorkload, type ScenarioFile } from './schema.ts';
import type { Jobs } from './types.ts';
import { tracedJobs } from './workload-csv.ts';

/** What the `workload` of a file comes to. */
export interface Workload {
  /** Entries beside the file's own that its jobs are of. */
  readonly entries: readonly JobEntry[];
  /** Its jobs; their kinds count the file's entries first and then those above. */
  readonly jobs: Jobs;
}

/** The most jobs that a workload may come to. */
const MOST_JOBS = 10_000_000;

/** The jobs that a file describes by distributions or by a trace; undefined where it has no workload. */
export function expandWorkload(file: ScenarioFile, podByPod: boolean, complaints: Complaints): Workload | undefined {
  const { workload, jobs } = file;
  if (workload === undefined) return undefined;
  const like = workload.like === undefined ? -1 : jobs.findIndex((j) => j.name === workload.like);
  if (workload.like !== undefined && like < 0)
    complaints.add(['workload', 'like'], `there is no job "${workload.like}" to be like`);
  if ('csv' in workload) return tracedJobs(workload.csv, jobs[like], jobs.length, podByPod, complaints);
  const entry = jobs[like] ?? defaultEntry;
  const pods = podByPod ? entry.gang : 1;
  if (workload.n * pods > MOST_JOBS) {
    complaints.add(
      ['workload', 'n'],
      `${workload.n} jobs of ${pods} pods are too many; at most ${MOST_JOBS} pods are run`
    );
    return undefined;
  }
  return {
    entries: like < 0 ? [entry] : [],
    jobs: sampledJobs(workload, file.seed, like < 0 ? jobs.length : like, entry, pods, complaints)
  };
}

/**
 * Draws gaps between arrivals and service times, each from a stream of its own. Every figure is at least one tick, but for
 * a constant gap of none: then all arrive together, at the start.
 */
function sampledJobs(
  { n, arrival, service }: SampledWorkload,
  seed: number,
  kind: number,
  entry: JobEntry,
  pods: number,
  complaints: Complaints
): Jobs {
  const count = n * pods;
  const columns = {
    arrival: new Float64Array(count),
    service: new Float64Array(count),
    kind: new Uint32Array(count).fill(kind),
    gangOf: new Uint32Array(count)
  };
  const gap = isNone(arrival)
    ? () => 0
    : ticksFrom(arrival, stream(seed, 'arrivals'), ['workload', 'arrival'], complaints);
  const length = ticksFrom(service, stream(seed, 'services'), ['workload', 'service'], complaints);
  let tick = 0;
  for (let job = 0; job < n; job++) {
    const first = job * pods;
    tick += gap();
    const service = length();
    // A call of `fill` would cost as much as the draws.
    for (let pod = first; pod < first + pods; pod++) {
      columns.arrival[pod] = tick;
      columns.service[pod] = service;
      columns.gangOf[pod] = first;
    }
  }
  const path: Path = ['jobs', kind, 'estimate'];
  return {
    count,
    ...columns,
    estimate:
      entry.estimate === undefined
        ? columns.service
        : new Float64Array(count).fill(complaints.someTicks(path, entry.estimate)),
    name: (i) => (pods === 1 ? `job-${i + 1}` : `job-${Math.floor(i / pods) + 1}-${i % pods}`)
  };
}

const isNone = (gap: SampledWorkload['arrival']): boolean => 'constant' in gap && parseDuration(gap.constant) === 0;

/** Draws of a distribution in whole ticks, rounded half up, at least one. */
function ticksFrom(
  given: SampledWorkload['arrival'],
  from: ReturnType<typeof stream>,
  path: Path,
  complaints: Complaints
): () => number {
  const draw = samplerOf(given, path, complaints);
  return () => Math.max(1, Math.floor(draw(from) + 0.5));
}

/** The sampler of a distribution, in ticks. A constant must be on the tick; of the others only draws are rounded. */
function samplerOf(given: SampledWorkload['arrival'], path: Path, complaints: Complaints): Sampler {
  const ticks = (span: string | number): number => parseDuration(span) / complaints.tickMillis;
  if ('constant' in given) return constant(complaints.someTicks([...path, 'constant'], given.constant));
  try {
    if ('exponential' in given) return exponential(ticks(given.exponential));
    if ('uniform' in given) return uniform(ticks(given.uniform.from), ticks(given.uniform.to));
    return lognormal(ticks(given.lognormal.mean), given.lognormal.cv);
  } catch (e) {
    if (!(e instanceof RangeError)) throw e;
    complaints.add(path, e.message);
    return constant(1);
  }
}
