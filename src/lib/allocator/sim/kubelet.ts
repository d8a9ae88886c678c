import {
  CRASH_LOOP,
  evictionOrder,
  OOM_KILLED,
  restartAfterCrash,
  type PressedPod
} from '#lib/allocator/rules/index.ts';
import { change, jobName, nodeOf } from '#lib/allocator/trace/index.ts';
import { beginAttempt } from './attempt.ts';
import { secondsOf, ticksOf } from './clock.ts';
import type { Ending } from './columns.ts';
import { estimatedRemaining } from './queue-order.ts';
import { jobFailed } from './retries.ts';
import { due } from './due.ts';
import type { Sim } from './sim.ts';
import { workDone } from './work.ts';

/**
 * A container has come to a bad end. Where its restart policy says so it stays where it is and is started again after
 * the crash-loop delay, and nothing is given back; false where the pod is over, because of the policy or because the
 * restart would be one too many.
 */
export function restartsInPlace(sim: Sim, job: number, ending: Ending): boolean {
  const { jobs } = sim;
  if (sim.kindOf(job).restartPolicy === 'Never' || (ending !== 'fail' && ending !== 'kill')) return false;
  jobs.restarts[job] = (jobs.restarts[job] as number) + 1;
  if (jobFailed(sim, job)) return false;
  sim.beginStep();
  sim.emit(change.crash, job, -1, exitCode(sim, job, ending));
  const ran = sim.tick - (jobs.startedAt[job] as number);
  const { wait, next } = restartAfterCrash(jobs.crashDelay[job] as number, secondsOf(sim, ran), CRASH_LOOP);
  jobs.crashDelay[job] = next;
  jobs.remaining[job] = (jobs.remaining[job] as number) - workDone(sim, job, ending);
  jobs.startedAt[job] = -1;
  sim.ends.set(job, sim.tick + ticksOf(sim, wait) + estimatedRemaining(sim, job));
  sim.turn(job);
  sim.schedule(ticksOf(sim, wait), due.restart, job);
  return true;
}

function exitCode(sim: Sim, job: number, ending: 'fail' | 'kill'): number {
  if (ending === 'kill') return OOM_KILLED.exitCode;
  const attempt = sim.jobs.attempt[job] as number;
  return sim.kindOf(job).fails.find((f) => f.attempt === attempt)?.exitCode ?? 1;
}

/** Starts a crashed container again, where it is. */
export function restart(sim: Sim, job: number): void {
  sim.beginStep();
  sim.emit(change.restart, job, sim.world.node[job] ?? -1, sim.jobs.restarts[job] as number);
  beginAttempt(sim, job);
}

/** Looks at the nodes of a job whose use of memory may have changed, and evicts until what is used fits. */
export function relievePressure(sim: Sim, job: number): void {
  for (const { node } of sim.world.holdings(job)) relieve(sim, node);
}

function relieve(sim: Sim, node: number): void {
  const { resources } = sim.scenario;
  const memory = resources.indexOf('memory');
  const allocatable = sim.world.allocatable[node * resources.length + memory] as number;
  // A node that says nothing of its memory is not short of it.
  if (allocatable === 0) return;
  const pressed = pressedPods(sim, node, memory);
  let used = pressed.reduce((sum, pod) => sum + pod.usage, 0);
  const order = evictionOrder(pressed).map((i) => pressed[i] as Pressed);
  for (const [i, { job, usage }] of order.entries()) {
    if (used <= allocatable) return;
    sim.beginStep();
    if (sim.sink?.wants(sim.step) === true)
      sim.sink.takePressure(sim.step, {
        node: nodeOf(sim.scenario, node).name,
        allocatable,
        used,
        pods: order.slice(i).map(({ job: pod, ...figures }) => ({ job: jobName(sim.world, pod), ...figures }))
      });
    used -= usage;
    evict(sim, job);
  }
}

/** A job on a node under pressure, with what its pods there use and request together. */
interface Pressed extends PressedPod {
  readonly job: number;
}

/** What runs on a node, with the memory it uses there. Jobs that are stopping are about to give theirs back. */
function pressedPods(sim: Sim, node: number, memory: number): Pressed[] {
  return [...sim.holding].flatMap((job) => {
    const pods = sim.world.holdings(job).find((place) => place.node === node)?.pods;
    const down = (sim.jobs.startedAt[job] as number) < 0;
    if (pods === undefined || down || !sim.isIn(job, 'running')) return [];
    const { requests, priority } = sim.kindOf(job);
    const request = pods * (requests[memory] as number);
    return [{ job, request, usage: pods * memoryUsed(sim, job, requests[memory] as number), priority }];
  });
}

/** Bytes that a pod of a running job uses now: what it was said to use, else what it requests. */
function memoryUsed(sim: Sim, job: number, requested: number): number {
  const ran = sim.tick - (sim.jobs.startedAt[job] as number);
  return sim.kindOf(job).usage.memory.findLast(({ at }) => at <= ran)?.is ?? requested;
}

function evict(sim: Sim, job: number): void {
  sim.fire(job, 'evict');
  sim.jobs.ending[job] = 'evict';
  sim.turn(job);
  // Past a hard threshold the kubelet gives no grace.
  sim.schedule(0, due.stop, job);
}
