import { FigureSums, JobClocks, type Figures, type JobTimes } from '#lib/allocator/metrics/index.ts';
import type { Scenario } from '#lib/allocator/scenario/index.ts';
import {
  CountingRun,
  Engine,
  isCountable,
  type CountedJobs,
  type Counts,
  type Gathered,
  type Gatherer,
  type Limits,
  type RunEnd,
  type Steps
} from '#lib/allocator/sim/index.ts';
import { Trace, type TraceColumns } from '#lib/allocator/trace/index.ts';

/** What a run counted and came to. Operations are in `counts`, times in ticks in `figures`: the two are never added. */
export interface Measured {
  readonly counts: Counts;
  readonly figures: Figures;
  readonly end: RunEnd;
}

/** A run with its records, as they are sent from one thread to another. */
export interface Recorded {
  readonly columns: TraceColumns;
  readonly counts: Counts;
  readonly end: RunEnd;
}

/** A run that is carried out piece by piece, so that whoever carries it out can look up in between. */
export interface Task<T> {
  /** Share of the run that is done, 0 to 1; it never goes back. */
  readonly progress: number;
  /** Goes on for about a thousandth of a second; true when the run is over. */
  advance(): boolean;
  /** What the run came to. Only once it is over. */
  result(): T;
}

/** How a run is carried out, which changes none of its decisions. */
export interface Manner {
  /** After which the run is given up, with the end `limit`; those of SPEC.md 1.7 unless said. */
  readonly limits?: Limits | undefined;
  /** Nodes from which on an index finds the place of a job; 1 for always, Infinity for never, else SPEC.md 6. */
  readonly indexedFrom?: number | undefined;
}

/** Jobs, or ticks at which jobs end, at a time in the counting loop. */
const JOBS = 4096;
/** Steps at a time in the engine, which ends a piece with a whole tick: a tick may have as many steps as jobs wait. */
const STEPS = 256;

/** Counts a run, by the counting loop where the scenario allows it and by the engine otherwise; the counts are the same but for those of SPEC.md, 6. */
export function counting(scenario: Scenario, manner: Manner = {}): Task<Measured> {
  return isCountable(scenario) ? countingByLoop(scenario) : countingByEngine(scenario, manner);
}

function countingByLoop(scenario: Scenario): Task<Measured> {
  const run = new CountingRun(scenario);
  return {
    get progress() {
      return run.progress;
    },
    advance: () => run.advance(JOBS),
    result: () => {
      const counted = run.counted();
      const sums = new FigureSums();
      for (let job = 0; job < scenario.jobs.count; job++) sums.add(timesOf(job, scenario, counted));
      return { counts: counted.counts, figures: sums.figures(), end: 'nothing left' };
    }
  };
}

function countingByEngine(scenario: Scenario, { limits, indexedFrom }: Manner): Task<Measured> {
  const clocks = new JobClocks();
  const engine = new Engine(scenario, clocks, undefined, limits, undefined, indexedFrom);
  return {
    get progress() {
      return progressOf(engine);
    },
    advance: () => engine.advance(STEPS),
    result: () => {
      const sums = new FigureSums();
      for (const times of clocks.times()) sums.add(times);
      return { counts: engine.counts, figures: sums.figures(), end: engine.end as RunEnd };
    }
  };
}

/** Runs a scenario and keeps its records. */
export function recording(scenario: Scenario, { limits, indexedFrom }: Manner = {}): Task<Recorded> {
  const trace = new Trace(scenario);
  const engine = new Engine(scenario, trace, undefined, limits, undefined, indexedFrom);
  return {
    get progress() {
      return progressOf(engine);
    },
    advance: () => engine.advance(STEPS),
    result: () => ({ columns: trace.columns(), counts: engine.counts, end: engine.end as RunEnd })
  };
}

/** Gathers what the decisions in some steps compared. The gatherer is of the scenario's run, wherever it stands. */
export function gathering(gatherer: Gatherer, steps: Steps): Task<Gathered> {
  gatherer.begin(steps);
  return {
    get progress() {
      return Math.min(1, gatherer.passed / steps.to);
    },
    advance: () => gatherer.advance(STEPS),
    result: () => gatherer.gathered()
  };
}

/** The times of a job that the counting loop ran; its jobs hold from start to end without a break. */
function timesOf(job: number, { jobs, kinds, nodes, policy }: Scenario, { start, end }: CountedJobs): JobTimes {
  const arrival = jobs.arrival[job] as number;
  const ended = end[job] as number;
  if (ended > 0) {
    const started = start[job] as number;
    return { job, arrival, start: started, end: ended, held: ended - started, finished: 'released' };
  }
  const asked = kinds[jobs.kind[job] as number]?.requests[0] ?? 0;
  const rejected = policy.neverFits === 'reject' && asked > (nodes[0]?.allocatable[0] ?? 0);
  return rejected
    ? { job, arrival, start: undefined, end: arrival, held: 0, finished: 'rejected' }
    : { job, arrival, start: undefined, end: undefined, held: 0, finished: undefined };
}

/** Half for the jobs that have arrived, half for as many releases; a run that ends at a tick may be nearer to that. */
function progressOf({ progress, counts, sim }: Engine): number {
  const { jobs, until } = sim.scenario;
  const released = jobs.count === 0 ? 1 : Math.min(1, counts.releases / jobs.count);
  const byJobs = (progress + released) / 2;
  return until !== undefined && 'tick' in until ? Math.max(byJobs, Math.min(1, sim.tick / until.tick)) : byJobs;
}
