import {
  cpuGranted,
  HPA_INTERVAL_SECONDS,
  hpaTurn,
  NO_MEMORY,
  proposeByUtilisation,
  SCALE_DOWN_WINDOW_SECONDS,
  type HpaMemory,
  type HpaPod
} from '#lib/allocator/rules/index.ts';
import type { Deployment } from '#lib/allocator/scenario/index.ts';
import { change } from '#lib/allocator/trace/index.ts';
import { secondsOf, ticksOf } from './clock.ts';
import { due } from './due.ts';
import { abort, endRun } from './life.ts';
import type { Sim } from './sim.ts';

/** What is remembered of a deployment from one look to the next. */
export interface ReplicaSet {
  /** Replicas that are there or wanted; those scaled down are not among them. */
  jobs: number[];
  /** Absent before the first turn of its autoscaler. */
  memory: HpaMemory | undefined;
  /** Tick of its last turn. */
  turnAt: number;
  /** Whether a look is scheduled. */
  due: boolean;
}

/** One look at a deployment: the first creates its replicas; each later one is a turn of its autoscaler. */
export function control(sim: Sim, index: number): void {
  const deployment = sim.scenario.deployments[index] as Deployment;
  const set = sim.replicaSets[index] as ReplicaSet;
  set.due = false;
  if (sim.tick === 0) scaleTo(sim, deployment, set, deployment.replicas);
  else autoscale(sim, index, deployment, set);
  if (mayStillChange(sim, deployment)) schedule(sim, index, sim.tick + 1);
}

/** The load of a deployment changes: its autoscaler looks again. */
export const loadChanges = (sim: Sim, index: number): void => schedule(sim, index, sim.tick);

/** Has the autoscalers look again that had come to rest, now that something happened at this tick. */
export function rouse(sim: Sim): void {
  if (sim.changedAt === sim.tick) for (const index of sim.replicaSets.keys()) schedule(sim, index, sim.tick + 1);
}

/** Schedules the next look on the grid of the loop, at a tick or after it. */
function schedule(sim: Sim, index: number, from: number): void {
  const set = sim.replicaSets[index] as ReplicaSet;
  if (set.due || sim.scenario.deployments[index]?.hpa === undefined) return;
  set.due = true;
  const grid = ticksOf(sim, HPA_INTERVAL_SECONDS);
  sim.events.push(Math.ceil(from / grid) * grid, due.control, index, 0);
}

function autoscale(sim: Sim, index: number, deployment: Deployment, set: ReplicaSet): void {
  const { hpa, name } = deployment;
  if (hpa === undefined) return;
  const current = set.jobs.length;
  const proposal = proposeByUtilisation(samples(sim, deployment, set), current, hpa.target, true);
  const spec = { min: hpa.min, max: hpa.max, behavior: null };
  const now = secondsOf(sim, sim.tick);
  const turn = hpaTurn(spec, current, [proposal], remembered(sim, set), now);
  set.turnAt = sim.tick;
  set.memory = turn.memory;
  if (turn.replicas === current) return;
  sim.beginStep();
  if (sim.sink?.wants(sim.step) === true)
    sim.sink.takeScaling(sim.step, {
      deployment: name,
      current,
      replicas: turn.replicas,
      target: hpa.target,
      utilisation: proposal.problem === null ? proposal.utilisation : null,
      asked: turn.asked,
      stabilised: turn.stabilised,
      reason: turn.reason
    });
  sim.emit(change.replicas, index, -1, turn.replicas);
  scaleTo(sim, deployment, set, turn.replicas);
}

/**
 * What the loop remembers at a turn. The controller begins with what it finds as its first recommendation, so that an
 * early fall is held back too; and while it was at rest here, the real one went on to ask for the same.
 */
function remembered(sim: Sim, { jobs, memory, turnAt }: ReplicaSet): HpaMemory {
  const now = secondsOf(sim, sim.tick);
  if (memory === undefined) return { ...NO_MEMORY, asked: [{ replicas: jobs.length, at: now }] };
  const last = memory.asked.at(-1);
  const rested = sim.tick - turnAt > ticksOf(sim, HPA_INTERVAL_SECONDS);
  if (!rested || last === undefined) return memory;
  return { ...memory, asked: [...memory.asked, { ...last, at: now - HPA_INTERVAL_SECONDS }] };
}

/** Adds replicas, or stops those that run nowhere yet and then the newest. */
function scaleTo(sim: Sim, { kind }: Deployment, set: ReplicaSet, replicas: number): void {
  while (set.jobs.length < replicas) set.jobs.push(sim.addReplica(kind));
  const rank = (job: number): number => (sim.isIn(job, 'running') ? 1 : 0);
  const leaving = set.jobs.toSorted((a, b) => rank(a) - rank(b) || b - a).slice(0, set.jobs.length - replicas);
  set.jobs = set.jobs.filter((job) => !leaving.includes(job));
  for (const job of leaving) retire(sim, job);
}

/** A replica that is no longer wanted: one that runs is done, one that does not is withdrawn. */
function retire(sim: Sim, job: number): void {
  if (!sim.isIn(job, 'running')) {
    abort(sim, job, 'cancel');
    return;
  }
  sim.jobs.ending[job] = 'end';
  endRun(sim, job);
}

/** The replicas as the autoscaler sees them: those that run divide the load evenly, each up to its CPU limit. */
function samples(sim: Sim, { kind, load }: Deployment, { jobs }: ReplicaSet): HpaPod[] {
  const cpu = sim.scenario.resources.indexOf('cpu');
  const { requests, limits } = sim.scenario.kinds[kind] as (typeof sim.scenario.kinds)[number];
  const serves = (job: number): boolean => sim.isIn(job, 'running') && (sim.jobs.startedAt[job] as number) >= 0;
  const serving = jobs.filter(serves);
  const needed = load.findLast(({ at }) => at <= sim.tick)?.cpu ?? 0;
  return jobs.map((job) => {
    const ready = serves(job);
    const age = ready ? secondsOf(sim, sim.tick - (sim.jobs.startedAt[job] as number)) : 0;
    const share = Math.floor(needed / serving.length) + (serving.indexOf(job) < needed % serving.length ? 1 : 0);
    return {
      phase: phaseOf(sim, job),
      deleted: sim.isIn(job, 'stopping'),
      ready,
      neverReady: !ready,
      sampledSinceReady: age > 0,
      age,
      request: requests[cpu] || null,
      usage: ready ? cpuGranted(share, limits[cpu] ?? -1) : null
    };
  });
}

function phaseOf(sim: Sim, job: number): HpaPod['phase'] {
  if (sim.isIn(job, 'running', 'stopping')) return 'Running';
  return sim.isIn(job, 'failed', 'rejected') ? 'Failed' : 'Pending';
}

/** Whether further turns could come to anything: a loop that runs for ever would never let a run end. */
function mayStillChange(sim: Sim, { load }: Deployment): boolean {
  const lastLoad = load.findLast(({ at }) => at <= sim.tick)?.at ?? 0;
  const quiet = sim.tick - Math.max(sim.changedAt, lastLoad);
  return quiet <= ticksOf(sim, SCALE_DOWN_WINDOW_SECONDS + 2 * HPA_INTERVAL_SECONDS);
}
