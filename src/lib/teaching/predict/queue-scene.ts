import { fits, traitRejection } from '#lib/allocator/rules/index.ts';
import { formatClock } from '#lib/base/units/index.ts';
import type { Scenario } from '#lib/allocator/scenario/index.ts';
import { jobName, nodeOf, type World } from '#lib/allocator/trace/index.ts';
import { askOf, jobsIn, priorityOf, upNodes } from './words.ts';

/** One who waits, as a learner sees the queue. */
export interface Waiting {
  readonly job: number;
  readonly name: string;
  /** What it asks for, in words. */
  readonly ask: string;
  /** Amount of the last resource it asks for, which is the scarcest by the order of the scenario. */
  readonly size: number;
  readonly arrival: number;
  /** Ticks that its owner declared. */
  readonly estimate: number;
  readonly priority: number;
  /** What the policy’s order goes by, the least first; 0 for all where it goes by arrival or by what is no job’s own. */
  readonly turn: number;
  /** Whether some node has room for it now. */
  readonly fits: boolean;
}

/** The jobs that wait in a world, by arrival. */
export function queueIn(world: World): Waiting[] {
  const { jobs } = world.scenario;
  return jobsIn(world, 'waiting')
    .filter((job) => job < jobs.count)
    .map((job) => ({
      job,
      name: jobName(world, job),
      ask: askOf(world, job),
      size: sizeOf(world, job),
      arrival: jobs.arrival[job] as number,
      estimate: jobs.estimate[job] as number,
      priority: priorityOf(world, job),
      turn: turnOf(world, job),
      fits: fitsSomewhere(world, job)
    }));
}

/** `job train has asked for 2 GPUs since 0:05`, with what the policy goes by. */
export function waitingWords(scenario: Scenario, w: Waiting): string {
  const { order, blocked } = scenario.policy;
  const clock = (ticks: number): string => formatClock(ticks, scenario.tickMillis);
  const priority = order === 'priority' ? ` with priority ${w.priority}` : '';
  const estimated = order === 'shortest-first' || blocked === 'easy' || blocked === 'conservative';
  return `job ${w.name} has asked for ${w.ask}${priority} since ${clock(w.arrival)}${estimated ? ` (estimate ${clock(w.estimate)})` : ''}`;
}

function turnOf(world: World, job: number): number {
  const { jobs, policy } = world.scenario;
  if (policy.order === 'priority') return -priorityOf(world, job);
  return policy.order === 'shortest-first' ? (jobs.estimate[job] as number) : 0;
}

function sizeOf(world: World, job: number): number {
  const { resources } = world.scenario;
  return resources.reduce((size, _, r) => world.asks(job, r) || size, 0);
}

function fitsSomewhere(world: World, job: number): boolean {
  const { scenario } = world;
  const kind = scenario.kinds[world.kind[job] as number] as Scenario['kinds'][number];
  return upNodes(world).some(
    (n) =>
      fits(kind.requests, world.free, n * kind.requests.length) &&
      traitRejection(kind, nodeOf(scenario, n)) === undefined
  );
}
