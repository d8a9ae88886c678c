import { fits } from '#lib/allocator/rules/index.ts';
import { change } from '#lib/allocator/trace/index.ts';
import type { Reclaimed } from './cohorts.ts';
import { check, type Ahead, type Decision } from './check.ts';
import { decided } from './choices.ts';
import { allocate, dropNomination, gangGoesOn, preempt } from './life.ts';
import { EasyReservations } from './easy-reservations.ts';
import { Reservations } from './reservations.ts';
import type { Sim } from './sim.ts';

/**
 * One allocation pass: checks the newcomers and the waiting in the policy's order, as far as the blocked-head rule
 * lets it reach. A newcomer is checked even behind a blocked head, to be told that it waits.
 */
export function pass(sim: Sim): void {
  const newcomers = [...sim.fresh];
  const left = new Set(newcomers);
  const roomier = [...sim.roomier];
  sim.fresh.clear();
  sim.roomier.clear();
  sim.dirty = false;
  let ahead: Ahead | undefined;
  const candidates = sim.waiting.candidates(newcomers);
  for (;;) {
    const job = candidates.next(ahead?.reservations);
    if (job < 0) return;
    sim.counts.queueScans++;
    const isNew = left.delete(job);
    if (isNew || wakes(sim, job, roomier)) settle(sim, job, ahead, isNew);
    if (sim.isIn(job, 'waiting.queued', 'waiting.preempting', 'waiting.scaling')) ahead = standsAhead(sim, job, ahead);
    if (ahead !== undefined && ahead.reservations === undefined) {
      tellToWait(sim, left, ahead);
      return;
    }
  }
}

/** Checks the newcomers behind a head that nothing may pass; those that waited before are not looked at. */
function tellToWait(sim: Sim, newcomers: ReadonlySet<number>, ahead: Ahead): void {
  for (const job of sim.waiting.sorted([...newcomers])) {
    sim.counts.queueScans++;
    settle(sim, job, ahead, true);
  }
}

/**
 * Whether what changed could let a waiting job go on; only the policies that look for hints ask. A job that waits behind
 * others may go on for other reasons than room, so a hint is enough only where those that do not fit are skipped.
 */
function wakes(sim: Sim, job: number, roomier: readonly number[]): boolean {
  const { wake, blocked, preemption } = sim.scenario.policy;
  if (sim.woken.delete(job) || sim.isIn(job, 'waiting.held')) return true;
  if (sim.cohorts.isClaiming(job)) return true;
  if (wake === 'all' || blocked !== 'skip') return true;
  const { requests, preempts } = sim.kindOf(job);
  const { up, free, allocatable } = sim.world;
  const room = preempts && preemption !== 'never' ? allocatable : free;
  return roomier.some((node) => up[node] === 1 && fits(requests, room, node * requests.length));
}

/** What a job that goes on waiting means for those behind it. */
function standsAhead(sim: Sim, job: number, ahead: Ahead | undefined): Ahead | undefined {
  const { blocked } = sim.scenario.policy;
  if (blocked === 'skip') return undefined;
  if (blocked === 'block') return ahead ?? { job };
  // Everybody behind the first was asked, and has a reservation if one is due, since its check.
  if (ahead !== undefined) return ahead;
  const large = blocked === 'easy' && (sim.waiting.isIndexed || sim.placement.isIndexed);
  const reservations = large ? new EasyReservations(sim) : new Reservations(sim, blocked);
  if (!hasItsRoom(sim, job)) reservations.ask(job);
  return { job, reservations };
}

/** Whether the victims of a job have given back at once: it starts in the next pass, and its nomination keeps the room. */
const hasItsRoom = (sim: Sim, job: number): boolean =>
  sim.isIn(job, 'waiting.preempting') && sim.placement.place(job) !== undefined;

/** Checks one job and does what the check decides, in one step each. */
function settle(sim: Sim, job: number, ahead: Ahead | undefined, isNew: boolean): void {
  sim.beginStep();
  if (sim.stateOf(job) < 0) sim.emit(change.request, job, sim.kindIndexOf(job));
  if (sim.isIn(job, 'backoff')) sim.fire(job, 'retry');
  const decision = decided(sim, job, check(sim, job, ahead));
  if (decision.evidence !== undefined) sim.sink?.take(sim.step, decision.evidence);
  sim.fire(job, isNew ? 'check' : 'recheck');
  if (decision.guard === 'fits') {
    sim.charge(job);
    if (!isNew) sim.waiting.remove(job);
    allocate(sim, job, decision.places ?? []);
    return;
  }
  decline(sim, job, decision, isNew);
}

function decline(sim: Sim, job: number, { guard, victims, quotas, reclaimed }: Decision, isNew: boolean): void {
  sim.beginStep();
  sim.fire(job, 'decide', guard === 'mustQueue' ? undefined : guard);
  if (guard !== 'canPreempt') dropNomination(sim, job);
  if (sim.isIn(job, 'rejected')) {
    sim.turn(job);
    if (!isNew) sim.waiting.remove(job);
    sim.uncharge(job);
    gangGoesOn(sim, job);
    return;
  }
  if (quotas.length === 0) sim.charge(job);
  if (isNew) sim.waiting.add(job);
  else sim.waiting.changed(job);
  if (guard === 'canScaleUp') sim.autoscaler?.requestScan();
  if (reclaimed.length > 0) reclaim(sim, job, reclaimed);
  if (victims === undefined) return;
  dropNomination(sim, job);
  sim.emit(change.nominate, job, victims.node, 1);
  for (const victim of victims.jobs) preempt(sim, victim);
}

/** Takes quota back from those who borrow it: they stop if they run, and lose their place before the nodes if not. */
function reclaim(sim: Sim, job: number, from: readonly Reclaimed[]): void {
  sim.cohorts.claim(job);
  for (const { job: victim } of from) {
    if (sim.isIn(victim, 'running', 'allocated')) preempt(sim, victim);
    else if (!sim.isIn(victim, 'stopping')) {
      sim.uncharge(victim);
      sim.wake([victim, job]);
    }
  }
}
