import { fits } from '#lib/allocator/rules/index.ts';
import type { JobKind, Scenario } from '#lib/allocator/scenario/index.ts';
import { CountingLoop, type JobBlock } from './counting-loop.ts';
import { ClusterRoom, PoolRoom, type CountingRoom, type Pool } from './counting-room.ts';
import { tally, type Counted } from './counting-tally.ts';

/** The counts of a run and when each job got its room and gave it back; a job that never did has 0 for its end. */
export interface CountedJobs extends Counted {
  readonly start: Float64Array;
  readonly end: Float64Array;
}

/** The counts of a run and the sums that means are made of, in ticks. */
export interface CountedSums extends Counted {
  readonly started: number;
  readonly totalWait: number;
  readonly totalTurnaround: number;
  readonly maxWait: number;
  readonly lastEnd: number;
}

/**
 * Whether the counting loop may run a scenario in place of the engine: first come first served behind a head that blocks,
 * on one node with one resource or on the first that fits of several, and jobs that arrive, pull their image, run and end
 * with nothing in between.
 */
export function isCountable(scenario: Scenario): boolean {
  const { policy, nodes, autoscaler, until, quotas, deployments, events, interventions, kinds } = scenario;
  return (
    policy.order === 'fifo' &&
    policy.blocked === 'block' &&
    policy.preemption === 'never' &&
    (isPool(scenario) || (policy.rank === 'first-fit' && kinds.length <= MOST_KINDS)) &&
    nodes.every(({ taints, unschedulable, gpus }) => taints.length === 0 && !unschedulable && gpus === undefined) &&
    autoscaler === undefined &&
    until === undefined &&
    quotas.length + deployments.length + events.length + interventions.length === 0 &&
    kinds.every(isPlain)
  );
}

/** Kinds of jobs among several nodes: each booking looks at what it means for every kind. */
const MOST_KINDS = 64;

const isPool = ({ nodes, resources }: Scenario): boolean => nodes.length === 1 && resources.length === 1;

/** Whether jobs of a kind do nothing but wait, run and end. */
const isPlain = (kind: JobKind): boolean =>
  kind.invalid === undefined &&
  kind.gang === 1 &&
  kind.pull !== undefined &&
  kind.deadline === undefined &&
  kind.checkpoint === undefined &&
  kind.fails.length === 0 &&
  kind.usage.cpu === undefined &&
  kind.usage.memory.length === 0 &&
  Object.keys(kind.nodeSelector).length === 0;

/**
 * Runs a countable scenario piece by piece, so that whoever runs it can look up in between, and keeps two numbers a job.
 * The counts and times are the engine's; from 1,000 nodes on, where the engine has an index, nodeChecks are those that its
 * scan would make.
 */
export class CountingRun {
  readonly #loop: CountingLoop;
  readonly #start: Float64Array;
  readonly #end: Float64Array;
  readonly #held: Float64Array;
  #over = false;

  /** @throws {RangeError} for a scenario that is not countable */
  constructor(readonly scenario: Scenario) {
    if (!isCountable(scenario)) throw new RangeError(`${scenario.id} uses more than the counting loop knows`);
    const { count } = scenario.jobs;
    const start = (this.#start = new Float64Array(count));
    const end = (this.#end = new Float64Array(count));
    this.#held = ticksHeld(scenario);
    this.#loop = new CountingLoop(roomOf(scenario), rejectsOf(scenario), (job, _, startsAt, endsAt) => {
      start[job] = startsAt;
      end[job] = endsAt;
    });
  }

  /** Share of what is to happen that has, 0 to 1: each job arrives, and goes on from the queue. */
  get progress(): number {
    const { arrived, waiting } = this.#loop;
    const { count } = this.scenario.jobs;
    return count === 0 ? 1 : (2 * arrived - waiting) / (2 * count);
  }

  /** Goes on for some arrivals or, once all have arrived, for some ticks at which jobs end; true when the run is over. */
  advance(pieces: number): boolean {
    const { jobs } = this.scenario;
    const { arrived } = this.#loop;
    if (arrived === jobs.count) this.#over = this.#loop.finishSome(pieces);
    else this.#loop.arrive(this.#block(arrived, Math.min(jobs.count, arrived + pieces)));
    return this.#over;
  }

  /** What was counted so far, and the times of the jobs that have started; 0 for the end of one that has not. */
  counted(): CountedJobs {
    return { ...tally(this.#loop), start: this.#start, end: this.#end };
  }

  /** Some jobs of the scenario, without copying them. */
  #block(from: number, to: number): JobBlock {
    const { arrival, kind } = this.scenario.jobs;
    return {
      count: to - from,
      arrival: arrival.subarray(from, to),
      service: this.#held.subarray(from, to),
      kind: kind.subarray(from, to)
    };
  }
}

/**
 * Runs a countable scenario at one go: see `CountingRun`.
 *
 * @throws {RangeError} for a scenario that is not countable
 */
export function countJobs(scenario: Scenario): CountedJobs {
  const counting = new CountingRun(scenario);
  while (!counting.advance(scenario.jobs.count + 1));
  return counting.counted();
}

/**
 * Runs jobs on a pool and keeps nothing of each: memory grows with those that wait or run at once, not with all jobs.
 *
 * @param blocks the jobs, some at a time, in order of arrival; a block may be reused for the next
 */
export function countSums(pool: Pool, blocks: Iterable<JobBlock>): CountedSums {
  const sums = { started: 0, totalWait: 0, totalTurnaround: 0, maxWait: 0, lastEnd: 0 };
  const loop = new CountingLoop(new PoolRoom(pool), pool.rejects, (_, arrival, start, end) => {
    const wait = start - arrival;
    sums.started++;
    sums.totalWait += wait;
    sums.totalTurnaround += end - arrival;
    if (wait > sums.maxWait) sums.maxWait = wait;
    if (end > sums.lastEnd) sums.lastEnd = end;
  });
  for (const block of blocks) loop.arrive(block);
  loop.finish();
  return { ...tally(loop), ...sums };
}

/** Ticks that each job holds its room: those in which its image is pulled, and its service. */
function ticksHeld({ jobs, kinds }: Scenario): Float64Array {
  if (kinds.every(({ pull }) => pull === 0)) return jobs.service;
  return jobs.service.map((service, job) => service + (kinds[jobs.kind[job] as number]?.pull ?? 0));
}

function roomOf(scenario: Scenario): CountingRoom {
  const { nodes, kinds } = scenario;
  const demands = kinds.map(({ requests }) => requests);
  const allocatable = nodes.map((node) => node.allocatable);
  if (!isPool(scenario)) return new ClusterRoom(allocatable, demands);
  const demand = Float64Array.from(demands, ([asked]) => asked as number);
  return new PoolRoom({ capacity: allocatable[0]?.[0] ?? 0, demand });
}

/** 1 for the kinds that are rejected because no node, empty, would hold them. */
function rejectsOf({ nodes, kinds, policy }: Scenario): Uint8Array {
  const neverFits = ({ requests }: JobKind): boolean =>
    !nodes.some(({ allocatable }) => fits(requests, allocatable, 0));
  return Uint8Array.from(kinds, (kind) => (policy.neverFits === 'reject' && neverFits(kind) ? 1 : 0));
}
