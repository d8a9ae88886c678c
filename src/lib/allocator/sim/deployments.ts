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
}

/** One look at a deployment: the first creates its replicas; each later one is a turn of its autoscaler. */
export function control(sim: Sim, index: number): void {
  sim.controlsDue--;
  const deployment = sim.scenario.deployments[index] as Deployment;
  const set = sim.replicaSets[index] as ReplicaSet;
  if (sim.tick === 0) scaleTo(sim, deployment, set, deployment.replicas);
  else autoscale(sim, index, deployment, set);
  if (deployment.hpa !== undefined && mayStillChange(sim, deployment)) {
    sim.controlsDue++;
    sim.events.push(sim.tick + ticksOf(sim, HPA_INTERVAL_SECONDS), due.control, index, 0);
  }
}

function autoscale(sim: Sim, index: number, deployment: Deployment, set: ReplicaSet): void {
  const { hpa, name } = deployment;
  if (hpa === undefined) return;
  const current = set.jobs.length;
  const proposal = proposeByUtilisation(samples(sim, deployment, set), current, hpa.target, true);
  const spec = { min: hpa.min, max: hpa.max, behavior: null };
  const now = secondsOf(sim, sim.tick);
  // The controller begins with what it finds as its first recommendation, so that an early fall is held back too.
  const memory = set.memory ?? { ...NO_MEMORY, asked: [{ replicas: current, at: now }] };
  const turn = hpaTurn(spec, current, [proposal], memory, now);
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
  const { arrival, count } = sim.scenario.jobs;
  if (sim.events.size > sim.controlsDue || (count > 0 && (arrival[count - 1] as number) > sim.tick)) return true;
  const lastLoad = load.at(-1)?.at ?? 0;
  const quiet = sim.tick - Math.max(sim.changedAt, lastLoad);
  return quiet <= ticksOf(sim, SCALE_DOWN_WINDOW_SECONDS + 2 * HPA_INTERVAL_SECONDS);
}
