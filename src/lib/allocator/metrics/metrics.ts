import type { Scenario } from '#lib/allocator/scenario/index.ts';
import { nodeOf, type Trace, World } from '#lib/allocator/trace/index.ts';
import { jobTimes, type JobTimes } from './job-times.ts';

/** Figures of one job that has ended, in ticks; `slowdown` is a ratio. */
export interface JobFigures {
  readonly job: number;
  readonly wait: number;
  readonly turnaround: number;
  readonly slowdown: number;
}

/** Figures of a run up to a step. Means are over the jobs that were released; undefined where there are none. */
export interface Metrics {
  readonly jobs: {
    readonly arrived: number;
    readonly released: number;
    readonly failed: number;
    readonly rejected: number;
  };
  readonly meanWait: number | undefined;
  readonly maxWait: number | undefined;
  readonly meanTurnaround: number | undefined;
  readonly meanSlowdown: number | undefined;
  /** Ticks from the first arrival to the last end. */
  readonly makespan: number | undefined;
  /** Released jobs per tick of the makespan. */
  readonly throughput: number | undefined;
  /** Held over offered, 0 to 1, by resource, between the first arrival and the last end (or the present tick). */
  readonly utilisation: Readonly<Record<string, number>>;
  /** Jain's index of the jobs' slowdowns: 1 when all were slowed alike, 1/n when one bore it all. */
  readonly fairness: number | undefined;
}

/** Wait is all the time from arrival to end in which a job held nothing; without preemption that is start − arrival. */
export function figuresOf(times: JobTimes): JobFigures | undefined {
  if (times.end === undefined || times.finished !== 'released') return undefined;
  const turnaround = times.end - times.arrival;
  return {
    job: times.job,
    wait: turnaround - times.held,
    turnaround,
    slowdown: times.held === 0 ? 1 : turnaround / times.held
  };
}

const mean = (xs: readonly number[]): number | undefined =>
  xs.length === 0 ? undefined : xs.reduce((a, b) => a + b, 0) / xs.length;

/** Folds, not `Math.max(...xs)`: a run may have more jobs than a call may have arguments. */
const greatest = (xs: readonly number[]): number | undefined =>
  xs.length === 0 ? undefined : xs.reduce((a, b) => Math.max(a, b));
const least = (xs: readonly number[]): number => xs.reduce((a, b) => Math.min(a, b), Infinity);

/** The figures of a run up to the end of a step. */
export function metricsOf(trace: Trace, step = trace.last): Metrics {
  const times = jobTimes(trace, step);
  const figures = times.flatMap((t) => figuresOf(t) ?? []);
  const ends = times.flatMap((t) => t.end ?? []);
  const first = least(times.map((t) => t.arrival));
  const lastEnd = greatest(ends);
  const makespan = lastEnd === undefined ? undefined : lastEnd - first;
  const slowdowns = figures.map((f) => f.slowdown);
  const count = (what: JobTimes['finished']): number => times.filter((t) => t.finished === what).length;
  const until = lastEnd !== undefined && ends.length === times.length ? lastEnd : trace.tickOf(step);
  return {
    jobs: { arrived: times.length, released: count('released'), failed: count('failed'), rejected: count('rejected') },
    meanWait: mean(figures.map((f) => f.wait)),
    maxWait: greatest(figures.map((f) => f.wait)),
    meanTurnaround: mean(figures.map((f) => f.turnaround)),
    meanSlowdown: mean(slowdowns),
    makespan,
    throughput: makespan === undefined || makespan === 0 ? undefined : figures.length / makespan,
    utilisation: utilisation(trace, step, first, until),
    fairness: jain(slowdowns)
  };
}

/** Jain's fairness index, (Σx)² / (n·Σx²). Source: Jain, Chiu and Hawe, 1984. */
export function jain(xs: readonly number[]): number | undefined {
  const squares = xs.reduce((sum, x) => sum + x * x, 0);
  if (squares === 0) return undefined;
  const sum = xs.reduce((a, b) => a + b, 0);
  return (sum * sum) / (xs.length * squares);
}

/** Amounts held over amounts offered by the nodes that were up, each summed over the ticks from one to another. */
function utilisation(trace: Trace, step: number, from: number, until: number): Record<string, number> {
  const { scenario } = trace;
  const width = scenario.resources.length;
  const held = new Float64Array(width);
  const offered = new Float64Array(width);
  const world = new World(scenario);
  let tick = from;
  const settle = (to: number): void => {
    const span = to - tick;
    if (span > 0) addSpan(world, scenario, held, offered, span);
    tick = Math.max(tick, to);
  };
  for (let s = 1; s <= step; s++) {
    settle(trace.tickOf(s));
    trace.replay(world, trace.firstOf(s), trace.firstOf(s + 1));
  }
  settle(until);
  return Object.fromEntries(
    scenario.resources.flatMap((name, r) =>
      (offered[r] as number) > 0 ? [[name, (held[r] as number) / (offered[r] as number)]] : []
    )
  );
}

function addSpan(world: World, scenario: Scenario, held: Float64Array, offered: Float64Array, span: number): void {
  const width = scenario.resources.length;
  for (let node = 0; node < world.up.length; node++) {
    if (world.up[node] !== 1) continue;
    nodeOf(scenario, node).allocatable.forEach((amount, r) => {
      offered[r] = (offered[r] as number) + span * amount;
      held[r] = (held[r] as number) + span * (amount - (world.free[node * width + r] as number));
    });
  }
}
