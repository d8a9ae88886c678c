import type { GuardName } from '#lib/allocator/lifecycle/index.ts';
import { change } from '#lib/allocator/trace/index.ts';
import { beginAttempt } from './attempt.ts';
import { restartsInPlace } from './kubelet.ts';
import { jobFailed, retryDelay } from './retries.ts';
import { due } from './due.ts';
import type { Place, Sim } from './sim.ts';
import type { Ending } from './columns.ts';
import { workDone } from './work.ts';

/** Books the places of a job that was found to fit, and starts it as soon as its image and its gang are there. */
export function allocate(sim: Sim, job: number, places: readonly Place[]): void {
  sim.beginStep();
  dropNomination(sim, job, places);
  sim.take(job, places);
  sim.turn(job);
  const { pull } = sim.kindOf(job);
  if (pull === undefined) sim.emit(change.pullBackoff, job);
  else if (pull > 0) sim.schedule(pull, due.pulled, job);
  else startWithGang(sim, job);
}

/** Starts a job that holds its room and has its image, once no pod of its gang has to be waited for any more. */
export function startWithGang(sim: Sim, job: number): void {
  sim.jobs.ready[job] = true;
  startGang(sim, job);
}

/** Starts the pods that are ready, unless another has yet to be; those that run already, or are over, hold up nobody. */
function startGang(sim: Sim, job: number): void {
  const members = gangOf(sim, job);
  const ready = members.filter((member) => sim.isIn(member, 'allocated') && sim.jobs.ready[member] === true);
  const settled = members.filter((member) => sim.isIn(member, 'running', 'stopping', ...over));
  if (ready.length + settled.length === members.length) for (const member of ready) start(sim, member);
}

const over = ['released', 'failed', 'rejected'] as const;

/** What follows for its gang when a pod is over for good: the others no longer wait for it. */
export function gangGoesOn(sim: Sim, job: number): void {
  if (sim.isIn(job, ...over)) startGang(sim, job);
}

/** The jobs that must run together with one: the pods of its gang where they are placed one by one, else itself. */
export function gangOf(sim: Sim, job: number): readonly number[] {
  const { scenario } = sim;
  const { gang } = sim.kindOf(job);
  if (gang === 1 || scenario.policy.gangs === 'all-or-nothing' || job >= scenario.jobs.count) return [job];
  const first = scenario.jobs.gangOf[job] as number;
  return Array.from({ length: gang }, (_, i) => first + i);
}

function start(sim: Sim, job: number): void {
  sim.beginStep();
  sim.fire(job, 'start');
  beginAttempt(sim, job);
}

/** Tells a job to stop: a running one has its grace period, one that has not started gives back at once. */
export function preempt(sim: Sim, job: number): void {
  sim.counts.preemptions++;
  if (sim.isIn(job, 'allocated')) {
    sim.fire(job, 'preempt');
    leave(sim, job, 'preempt');
    return;
  }
  sim.fire(job, 'preempt');
  // Work may still be done within the grace period; a failure or a kill no longer matters.
  if (sim.jobs.ending[job] !== 'end') sim.turn(job);
  sim.jobs.ending[job] = 'preempt';
  const { grace } = sim.kindOf(job);
  sim.ends.set(job, Math.min(sim.jobs.expectedEnd[job] as number, sim.tick + grace));
  sim.schedule(grace, due.stop, job);
}

/** A running job's turn is over: it goes back to the queue if anyone waits, and runs on if nobody does. */
export function turnOver(sim: Sim, job: number): void {
  if (!sim.isIn(job, 'running') || sim.scenario.policy.order !== 'round-robin') return;
  if (sim.waiting.size === 0 && sim.fresh.size === 0 && sim.nextArrival !== sim.tick) {
    runOn(sim, job);
    return;
  }
  sim.beginStep();
  sim.fire(job, 'preempt');
  sim.fire(job, 'stop');
  leave(sim, job, 'turn');
}

/** Gives a job quanta until something else happens: before that, nobody can come to wait. */
function runOn(sim: Sim, job: number): void {
  const { quantum } = sim.scenario.policy;
  const nothingBefore = Math.min(sim.events.tick, sim.nextArrival);
  if (nothingBefore === Infinity) return;
  sim.schedule(Math.max(1, Math.ceil((nothingBefore - sim.tick) / quantum)) * quantum, due.turn, job);
}

/** An attempt comes to the end that was decided when it began. */
export function endRun(sim: Sim, job: number): void {
  const ending = sim.isIn(job, 'stopping') ? 'end' : (sim.jobs.ending[job] as Ending);
  if (restartsInPlace(sim, job, ending)) return;
  sim.beginStep();
  sim.fire(job, ending === 'fail' ? 'fail' : ending === 'kill' ? 'kill' : 'end');
  leave(sim, job, ending);
}

/** The grace period of a job is over. */
export function stopNow(sim: Sim, job: number): void {
  sim.beginStep();
  sim.fire(job, 'stop');
  leave(sim, job, sim.jobs.ending[job] as Ending);
}

/** The node under a job is gone, and the job with it. One that was stopping for good does not come back. */
export function loseNode(sim: Sim, job: number): void {
  const decided = sim.isIn(job, 'stopping') ? sim.jobs.ending[job] : undefined;
  sim.beginStep();
  sim.fire(job, 'lose');
  leave(sim, job, decided === 'cancel' || decided === 'expire' ? decided : 'lose');
}

/** A job ends for good from outside, wherever it is in its life: cancelled by its owner, or past its deadline. */
export function abort(sim: Sim, job: number, event: 'cancel' | 'expire'): void {
  if (sim.stateOf(job) < 0 || sim.isIn(job, ...over)) return;
  if (sim.isIn(job, 'stopping')) {
    sim.jobs.ending[job] = event;
    return;
  }
  sim.beginStep();
  sim.fire(job, event);
  if (sim.isIn(job, 'releasing')) {
    leave(sim, job, event);
    return;
  }
  sim.turn(job);
  sim.waiting.remove(job);
  sim.fresh.delete(job);
  dropNomination(sim, job);
  sim.uncharge(job);
  sim.dirty = true;
  gangGoesOn(sim, job);
}

/** Takes a nomination back, if there is one. What was kept for the job is there for others, unless it now takes it. */
export function dropNomination(sim: Sim, job: number, places: readonly Place[] = []): void {
  const node = sim.world.nominated.get(job);
  if (node === undefined) return;
  sim.emit(change.nominate, job, node, 0);
  if (places.some((place) => place.node === node)) return;
  sim.roomier.add(node);
  sim.dirty = true;
}

/** Gives everything back and goes where the ending leads: done, back to the queue, into back-off, or failed. */
function leave(sim: Sim, job: number, ending: Ending): void {
  const { jobs } = sim;
  jobs.remaining[job] = (jobs.remaining[job] as number) - workDone(sim, job, ending);
  jobs.startedAt[job] = -1;
  sim.ends.set(job, Infinity);
  jobs.ready[job] = false;
  sim.turn(job);
  if (ending === 'fail' || ending === 'kill' || ending === 'evict')
    jobs.failures[job] = (jobs.failures[job] as number) + 1;
  const guard = leadsTo(sim, job, ending);
  sim.giveBack(job, guard);
  sim.uncharge(job);
  if (guard === 'requeued') sim.enqueue(job);
  else if (guard === 'retryLeft') sim.schedule(retryDelay(sim, job), due.retry, job);
  else gangGoesOn(sim, job);
}

function leadsTo(sim: Sim, job: number, ending: Ending): GuardName | undefined {
  switch (ending) {
    case 'end':
      return 'completed';
    case 'preempt':
    case 'lose':
    case 'turn':
      return 'requeued';
    case 'fail':
    case 'kill':
    case 'evict':
      return jobFailed(sim, job) ? undefined : 'retryLeft';
    case 'expire':
    case 'cancel':
      return undefined;
  }
}
