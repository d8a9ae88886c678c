import { jobName, type BackfillVerdict } from '#lib/allocator/trace/index.ts';
import type { Place, Sim } from './sim.ts';

/** Whether a job may go before those ahead of it, and where it would have to be. */
export interface Passing {
  readonly verdict: BackfillVerdict;
  readonly places: readonly Place[];
}

/** Room that a job will have from a tick on, as the estimates have it. */
interface Reservation {
  readonly job: number;
  readonly start: number;
  readonly end: number;
  readonly places: readonly Place[];
}

/** Amounts that become free (or with a minus sign, taken) on some nodes at a tick. */
interface Shift {
  readonly tick: number;
  readonly job: number;
  readonly places: readonly Place[];
  readonly sign: 1 | -1;
}

/**
 * What may pass the jobs that do not fit now. EASY keeps room for the first of them only and asks that its start does
 * not slip; conservative backfill keeps room for each. Both believe the estimates, and both plan anew in every pass.
 */
export class Reservations {
  readonly #held: Reservation[] = [];

  constructor(
    readonly sim: Sim,
    readonly mode: 'easy' | 'conservative'
  ) {}

  /** Reserves the earliest room for a job that does not fit now. Under EASY the first call counts alone. */
  reserve(job: number): void {
    if (this.mode === 'easy' && this.#held.length > 0) return;
    const reservation = this.#earliest(job);
    if (reservation !== undefined) this.#held.push(reservation);
  }

  /** Whether a job that fits at `places` now may start there. */
  mayPass(job: number, places: readonly Place[]): Passing | undefined {
    const [head] = this.#held;
    if (head === undefined) return undefined;
    const { tick } = this.sim;
    const ends = tick + this.#estimate(job);
    const verdict = (allowed: boolean, because: BackfillVerdict['because']): BackfillVerdict => ({
      head: jobName(this.sim.world, head.job),
      shadow: head.start,
      ends,
      allowed,
      because
    });
    if (this.mode === 'conservative') {
      const now = this.#placeOver(job, tick, ends);
      if (now === undefined) return { places, verdict: verdict(false, 'would-delay') };
      return { places: now, verdict: verdict(true, ends <= head.start ? 'ends-in-time' : 'leaves-room') };
    }
    if (ends <= head.start) return { places, verdict: verdict(true, 'ends-in-time') };
    const free = this.#freeAt(head.start, []);
    this.#shift(free, { tick: 0, job, places, sign: -1 });
    const still = this.#placeIn(free, head.job) !== undefined;
    return { places, verdict: verdict(still, still ? 'leaves-room' : 'would-delay') };
  }

  #estimate(job: number): number {
    return this.sim.scenario.jobs.estimate[job] ?? Infinity;
  }

  #earliest(job: number): Reservation | undefined {
    const { tick } = this.sim;
    const ends = this.#releases().map((shift) => shift.tick);
    const ticks = [...new Set([tick, ...ends, ...this.#held.map((r) => r.end)])].sort((a, b) => a - b);
    for (const start of ticks) {
      const end = this.mode === 'easy' ? start : start + this.#estimate(job);
      const places = this.#placeOver(job, start, end);
      if (places !== undefined) return { job, start, end, places };
    }
    return undefined;
  }

  /** Places that stay free for a job from one tick until another, whatever ends or begins in between. */
  #placeOver(job: number, from: number, until: number): readonly Place[] | undefined {
    const free = this.#freeAt(from, this.#held);
    for (const { start } of this.#held)
      if (start > from && start < until) {
        const later = this.#freeAt(start, this.#held);
        later.forEach((amount, i) => (free[i] = Math.min(free[i] as number, amount)));
      }
    return this.#placeIn(free, job);
  }

  #placeIn(free: Float64Array, job: number): readonly Place[] | undefined {
    const { placement, world } = this.sim;
    return placement.placeIn({ free, allocatable: world.allocatable }, this.sim.kindOf(job), placement.podsOf(job));
  }

  /** What will be free at a tick, by the estimates, with some reservations kept. */
  #freeAt(tick: number, reservations: readonly Reservation[]): Float64Array {
    const free = this.sim.world.free.slice();
    for (const shift of this.#releases()) if (shift.tick <= tick) this.#shift(free, shift);
    for (const { job, places, start, end } of reservations)
      if (start <= tick && tick < end) this.#shift(free, { tick, job, places, sign: -1 });
    return free;
  }

  #releases(): Shift[] {
    return [...this.sim.holding].map((job) => ({
      tick: Math.max(this.sim.tick + 1, this.sim.jobs.expectedEnd[job] as number),
      job,
      places: this.sim.world.holdings(job),
      sign: 1
    }));
  }

  #shift(free: Float64Array, { job, places, sign }: Shift): void {
    const { requests } = this.sim.kindOf(job);
    for (const { node, pods } of places)
      requests.forEach((amount, r) => {
        const at = node * requests.length + r;
        free[at] = (free[at] as number) + sign * pods * amount;
      });
  }
}
