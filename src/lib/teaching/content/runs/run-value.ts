import { figuresOf, jobTimes, type JobTimes } from '#lib/allocator/metrics/index.ts';
import { shortName } from '#lib/base/units/index.ts';
import { Cursor, jobName } from '#lib/allocator/trace/index.ts';
import { didYouMean } from '#lib/base/input/index.ts';
import type { ShelvedRun } from './run-shelf.ts';

/** What a run gives for a name: a number, a word such as `waiting`, or `nothing` for a time that never came. */
export type RunValue = number | string;

type Lookup = () => RunValue;

const ofJob: Readonly<Record<string, (times: JobTimes) => RunValue | undefined>> = {
  arrival: ({ arrival }) => arrival,
  start: ({ start }) => start,
  end: ({ end }) => end,
  state: ({ finished }) => finished,
  wait: (times) => figuresOf(times)?.wait,
  turnaround: (times) => figuresOf(times)?.turnaround,
  slowdown: (times) => figuresOf(times)?.slowdown
};

/** Every name that can be asked of a whole run. */
function wholeRun({ run, view, metrics }: ShelvedRun): Map<string, Lookup> {
  const { trace, counts } = run;
  const names = new Map<string, Lookup>();
  const plain: Readonly<Record<string, number | undefined>> = {
    steps: trace.last,
    makespan: metrics.makespan,
    'mean wait': metrics.meanWait,
    'max wait': metrics.maxWait,
    'mean turnaround': metrics.meanTurnaround,
    'mean slowdown': metrics.meanSlowdown,
    throughput: metrics.throughput,
    fairness: metrics.fairness,
    'jobs arrived': metrics.jobs.arrived,
    'jobs released': metrics.jobs.released,
    'jobs failed': metrics.jobs.failed,
    'jobs rejected': metrics.jobs.rejected,
    checks: counts.checks,
    'node checks': counts.nodeChecks,
    'queue scans': counts.queueScans,
    'rank comparisons': counts.rankComparisons,
    'victim searches': counts.victimSearches,
    'heap moves': counts.heapMoves,
    allocations: counts.allocations,
    releases: counts.releases,
    preemptions: counts.preemptions,
    'most held at once': counts.peakHeld,
    'most waiting at once': counts.peakWaiting
  };
  for (const [name, value] of Object.entries(plain)) names.set(name, () => value ?? 'nothing');
  for (const [resource, share] of Object.entries(metrics.utilisation)) {
    names.set(`utilisation of ${resource}`, () => share);
    names.set(`utilisation of ${shortName(resource)}`, () => share);
  }
  const world = new Cursor(trace).seek(trace.last);
  for (const times of jobTimes(trace))
    for (const [figure, read] of Object.entries(ofJob))
      names.set(`${figure} of ${jobName(world, times.job)}`, () => read(times) ?? 'nothing');
  for (let step = trace.last; step > 0; step--) {
    const action = view.at(step).row?.action;
    if (action !== undefined) names.set(`step of ${action}`, () => step);
  }
  return names;
}

/** Every name that can be asked of one step. */
function ofStep({ view }: ShelvedRun, step: number): Map<string, Lookup> {
  const names = new Map<string, Lookup>(view.tracker.map(({ label, values }) => [label, () => values[step] ?? 'none']));
  names.set('clock', () => view.at(step).clock);
  return names;
}

/**
 * What a run gives, by name; the names are listed in content/README.md. Without `at` the name is one of the whole run,
 * with it one of that step.
 *
 * @returns the value, or what is wrong with the question
 */
export function runValue(shelved: ShelvedRun, name: string, at?: number): { value: RunValue } | { problem: string } {
  const { id, view } = shelved;
  if (at !== undefined && !(at >= 0 && at <= view.last && Number.isInteger(at)))
    return { problem: `run "${id}" has steps 0 to ${view.last}, not ${at}` };
  const names = at === undefined ? wholeRun(shelved) : ofStep(shelved, at);
  const lookup = names.get(name);
  if (lookup !== undefined) return { value: lookup() };
  const when = at === undefined ? '' : ` at step ${at}`;
  return { problem: `run "${id}" gives no "${name}"${when}${didYouMean(name, [...names.keys()])}` };
}

/**
 * Whether a text states a value: numbers may be rounded to the decimals written, have commas between thousands, and
 * stand as a share with `%`.
 */
export function states(text: string, value: RunValue): boolean {
  const written = /^(-?[\d,]+(?:\.(\d+))?)\s*(%?)$/.exec(text.trim());
  const actual = Number(value);
  if (written === null || value === '' || Number.isNaN(actual)) return text.trim() === String(value);
  const [, figure = '', decimals = '', percent] = written;
  const scaled = percent === '%' ? actual * 100 : actual;
  return figure.replaceAll(',', '') === scaled.toFixed(decimals.length);
}
